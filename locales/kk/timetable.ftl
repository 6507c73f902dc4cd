# For a native reader to check: «спикер» for a speaker, «шеберлік сағаты» for a workshop, «бос уақыт» for free time.
button-organize-timetable = 🗓 Кесте
timetable-organize = Өзгерту үшін сабақты басыңыз. ❌ белгісі — сабақ болмайды.
timetable-organize-none = Бұл күнге әзірге ештеңе қойылмаған.
button-session-add = ➕ Сабақ қосу
button-session-time = ⏰ Уақыты
button-session-place = 📍 Орны
button-session-title = 🏷 Атауы
button-session-speaker = 🗣 Спикері
button-session-capacity = 💺 Орын саны
button-session-stream = 🏕 Кімге
button-session-squads = 🚩 Жасақтар
button-session-no-squads = 👥 Жасаққа бөлінбей, бәріне
button-session-squads-done = ✅ Дайын
button-session-kind = 🎭 Түрі
button-session-cancel = 🗑 Сабақты алып тастау
button-session-restore = ♻️ Бәрібір өткіземіз
button-session-undo = ↩️ Бұрынғысын қайтару
button-session-save = ✅ Сақтау
button-session-save-anyway = ⚠️ Бәрібір сақтау
button-session-no-speaker = Спикерсіз
button-session-no-limit = Бәрі қатысады, жазылусыз
session-when = ⏰ { $when }
session-place = 📍 { $place }
session-speaker = 🗣 { $speaker }
session-for-all = 👥 Барлығына
session-for-stream = 🏕 { $stream }
session-squad-ended = жабылған жасақ
session-places = 💺 Жазылу арқылы, орын саны: { $capacity }, алынғаны: { $taken }
session-other-language = {"    "}<i>{ $language }: { $text }</i>
session-is-cancelled = ❌ Болмайды
session-saved = ✅ <b>Сақталды.</b> Қатысы бар адамдар бір минуттан кейін біледі.
session-undo-hint = ↩️ Бір минут ішінде бұрынғысын қайтарсаңыз, өзгерісті ешкім білмейді.
session-undone = Бұрынғыдай болды. Ешкімге айтылған жоқ.
session-would-add = ➕ <b>Жаңа сабақ</b>
session-would-cancel = ❌ <b>Болмайды:</b> { $when }. Жазылғандардың орны босайды, оларға хабарлаймыз.
session-would-restore = ♻️ <b>Бәрібір өтеді:</b> { $when }
session-nothing-changes = Ештеңе өзгермейді.
session-clashes = ⚠️ <b>Дәл осы уақытта:</b>
session-clash-place = 📍 сол жерде: { $starts }–{ $ends } { $title }
session-clash-speaker = 🗣 сол спикерде: { $starts }–{ $ends } { $title }
session-clash-stream = 👥 сол қатысушыларда: { $starts }–{ $ends } { $title }
session-clash-squad = 🚩 сол жасақта: { $starts }–{ $ends } { $title }
session-save-anyway = Уақыты қабаттасса да сақталсын ба?
session-shift = { $sign }{ $minutes } мин
session-ask-time =
    ⏰ Қазір: { $when }

    Түймемен жылжытыңыз немесе жаңа уақытын жазыңыз: <code>16:30</code>, <code>16:30-18:00</code> не күнімен бірге <code>07.07 16:30</code>.
session-ask-place = 📍 Жаңа орнын жазыңыз: бәріне бір жол немесе үш жол (қазақша, орысша, ағылшынша). Қазір былай тұр:
session-ask-title = 🏷 Жаңа атауын жазыңыз: бәріне бір жол немесе үш жол (қазақша, орысша, ағылшынша). Қазір былай тұр:
session-ask-speaker = 🗣 Кім жүргізеді? Бәріне бір жол немесе үш жол (қазақша, орысша, ағылшынша).
session-ask-capacity = 💺 Неше орын? Алынғаны: { $taken }. Санын жазыңыз.
session-ask-new =
    ➕ <b>{ $day }</b>

    Жаңа сабақты жол-жолымен жазыңыз: уақыты, атауы, орны, спикері болса, ол да. Мысалы:

    <code>15:00-16:30
    Пікірсайыс клубы
    Б залы
    Әсел Нұрлан</code>

    Басқа тілдердегі атауын, орын санын және қалғанын кейін қоюға болады.
session-pick-stream = 🏕 Бұл сабақ кімге?
session-pick-squads =
    🚩 <b>Сабақ қай жасақтарға арналған?</b>
    Керегін бір-бірлеп басып, соңында «Дайын» түймесін басыңыз. Сабақты тек сол жасақтар, олардың отбасылары мен тәлімгерлері көреді.
session-pick-kind = 🎭 Бұл қандай сабақ?
session-kind-lecture = дәріс
session-kind-seminar = семинар
session-kind-training = тренинг
session-kind-workshop = шеберлік сағаты
session-kind-excursion = экскурсия
session-kind-ceremony = салтанат
session-kind-contest = байқау
session-kind-meeting = кездесу
session-kind-meal = тамақ
session-kind-free = бос уақыт
session-kind-travel = жол
move-title-line = { $icon } <b>{ $title }</b>
move-day = 📅 { $day }
move-time = ⏰ { $change }
move-place = 📍 { $change }
move-speaker = 🗣 { $change }
move-title = 🏷 { $change }
move-beside = <s>{ $old }</s> → <b>{ $new }</b>
move-only-new = <b>{ $new }</b>
move-only-old = <s>{ $old }</s>
move-by-sign-up = ✋ Енді жазылу керек: кестеден орын алыңыз.
move-for-all = 👥 Енді бәрі қатысады, жазылудың керегі жоқ.
move-capacity = 💺 Орын саны: <s>{ $was }</s> → <b>{ $now }</b>
move-audience = <s>{ $old }</s> → <b>{ $new }</b>
move-kind = 🎭 <s>{ $old }</s> → <b>{ $new }</b>
move-cancelled =
    ❌ Болмайды: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-gone =
    ➖ Енді сіздің кестеңізде жоқ: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-new =
    🆕 { $when }
    📍 { $place }
move-more = … тағы { $count } өзгеріс бар. Бәрі кестеде.
notice-timetable-changed =
    🔁 <b>Кесте өзгерді</b>
    { $event }
timetable-problem-time = ⚠️ Уақытты түсінбедім. Былай жазыңыз: 16:30 немесе 16:30-18:00
timetable-problem-order = ⚠️ Сабақ сол күні, басталғаннан кейін аяқталуы керек.
timetable-problem-days = ⚠️ Ол күні іс-шара болмайды. Іс-шара күндерінің бірін таңдаңыз.
timetable-problem-lines = ⚠️ Бір жол немесе дәл үш жол жазыңыз: қазақша, орысша, ағылшынша. Әрқайсысы 200 таңбадан аспасын.
timetable-problem-places = ⚠️ 1 мен 10 000 арасындағы санды жазыңыз.
timetable-problem-taken = ⚠️ Бұдан көп адам жазылып қойған. Алдымен кейбіріне басқа сабақ ұсыныңыз.
timetable-problem-new = ⚠️ Екі жолдан төрт жолға дейін керек: уақыты, атауы, орны, спикері.
error-session-text = Сабақты бұлай өзгертуге болмайды.
error-session-undo-over = Минут өтіп кетті: адамдарға хабарланды. Сабақты қайта өзгертуге болады.
seat-waits = ⏳ Орын күтіп тұрсыз, кезек нөміріңіз: { $position }
button-wait-seat = ⏳ Орын күту: { $starts } { $title }
button-leave-seat = ✖️ Енді күтпеу: { $starts } { $title }
seat-queued = ⏳ Кезекке тұрдыңыз. Сізге орын босаса, бірден жазамыз.
seat-left = Бұл сабаққа енді орын күтпейсіз.
notice-session-place = 🎉 <b>Орын босады, ол енді сіздікі!</b>

move-new-place =
    ⏰ { $when }
    📍 { $place }
