# For a native reader to check: «бөлінген орын» for places kept for a school, «алынған» for taken ones.
button-schools = 🏫 Мектептер
button-schools-chart = 📊 Суретпен көру
button-schools-number = ✏️ { $stream }: { $number }
button-schools-top = 🏫 Барлық өңір
button-schools-up = ⬆️ Жоғары
button-schools-undo = ↩️ Бұрынғыдай ету
schools-head = 🏫 <b>{ $title }</b>
schools-top =
    Өңірлер бойынша алынған / бөлінген орын саны. Ішін көріп, мектептерге орын бөлу үшін өңірді ашыңыз.

    🔎 Мектеп іздеп отырсыз ба? Атауының кез келген бөлігін жазыңыз.
schools-inside = Ішінде: алынған / бөлінген орын.
schools-alone = Басқа мектепті табу үшін атауының кез келген бөлігін жазыңыз.
schools-fill = 🏕 { $stream }: бөлінгені <b>{ $capacity }</b>, алынғаны <b>{ $taken }</b>, қалғаны { $left }
schools-fill-none = 🏕 { $stream }: орын бөлінбеген; алынғаны { $taken }
schools-fill-recalled = 🏕 { $stream }: алынғаны { $taken }; бос қалған орындар қайтарылды
schools-kept = , соның ішінде өз мектептеріне сақталғаны { $number }
schools-waiting = { " " }· күту тізімінде: { $number }
schools-found = 🔎 Міне, табылғаны:
schools-not-found = 🔎 Ондай атау табылмады. Атауының басқа бөлігін не нөмірін жазып көріңіз.
schools-number =
    ✏️ <b>{ $unit }</b>
    🏕 { $stream }
    { $now }

    Неше орын бөлеміз? { $least } мен { $most } аралығындағы санды жазыңыз.
schools-number-now = Қазір бөлінгені: <b>{ $number }</b>
schools-number-none = Әзірге орын бөлінбеген.
schools-problem-number = Бүтін сан керек.
schools-problem-least = Алынған және ішке бөлінген орын саны: { $least }. Одан аз болмайды.
schools-problem-most = { $above }: бұл жерде ең көбі { $most } орын бөлуге болады. Алдымен сол жерге орын қосыңыз немесе кішірек сан жазыңыз.
schools-problem-stream = Бүкіл ауысымдағы орын саны: { $most }.
schools-changed = ✅ Орын саны: { $before } → <b>{ $after }</b>
schools-no-quota = жоқ
schools-seated = 🎉 Күту тізімінен орын алғандар: { $number }
schools-undone = ↩️ Бұрынғыдай болды
schools-chart-none = Мұнда әзірге ешкімде орын жоқ.
button-coordinators = 👤 Үйлестірушілер
button-coordinator-invite = 🔗 Үйлестіруші шақыру
button-coordinator-share = 📨 Сілтемені жіберу
coordinators-head =
    👤 <b>{ $unit }</b>

    Олар оқушыларға көмектеседі: сілтеме таратады, кімге не жетпейтінін көріп, есіне салады. Рөлін алып тастау үшін атын басыңыз.
coordinators-none =
    👤 <b>{ $unit }</b>

    Мұнда әзірге үйлестіруші жоқ. Мұғалімді шақырыңыз: ол тек өз мектебін, тек аты-жөнін, сыныбын және кезеңін көреді.
coordinator-link =
    🔗 Үйлестірушіге арналған сілтеме. <b>{ $unit }</b>

    { $link }

    Бір рет қана жұмыс істейді, мерзімі: { $until }. Тек сол адамның өзіне жіберіңіз.
coordinator-share = Сізді үйлестіруші болуға шақырамыз: { $unit }. Сілтемені ашыңыз:
coordinator-question = Рөлін алып тастаймыз ба? { $name } бұдан былай бұл мектептің оқушыларын көрмейді: { $unit }.
notice-coordinator-joined = 👤 Жаңа үйлестіруші: { $name } ({ $unit }).
button-schools-recall = 🔁 Бос орындарды қайтару
button-schools-recall-yes = 🔁 Иә, қайтарамын
schools-recall-question =
    🔁 <b>{ $unit }</b>

    Ешкім алмаған орын саны: { $number }. Олар бір саты жоғарыдағы ортақ орындарға өтіп, сонда күтіп тұрғандарға беріледі. Ортақ орын бар кезде осы жердің оқушылары да тіркеле алады.

    Қайтарамыз ба?
schools-recalled = 🔁 Қайтарылған орын саны: <b>{ $number }</b>
schools-restored = ↩️ Қайта бөлінген орын саны: { $number }
