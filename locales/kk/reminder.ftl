reminder-about = 👤 { $names }
reminder-line = <b>{ $starts }</b> { $icon } { $title }
reminder-line-chosen = <b>{ $starts }</b> { $icon } { $title } ✅
reminder-line-place = <b>{ $starts }</b> { $icon } { $title } · { $place }
reminder-session =
    ⏰ <b>Жақында басталады: { $starts }</b>

    { $icon } <b>{ $title }</b>
    📍 { $place }
# For a native reader to check: «күн тәртібі» for the day's programme of a camp.
reminder-day =
    🗓 <b>Күн тәртібі: { $day }</b>
    { $event }
reminder-day-choice = ✋ Бұл күні өзіңіз таңдайтын сабақтар да бар. Орын бітпей тұрып жазылыңыз.
reminder-departure =
    🧳 <b>Бүгін жолға шығатын күн!</b>

    🏕 { $event }
    📍 { $place }
reminder-departure-first = <b>Бірінші күні:</b>
reminder-consent-own =
    👪 <b>{ $event }</b>

    Ата-анаңыздың келісімі әлі келмеді. Орныңыз сақтаулы тұр, бірақ келісімсіз растай алмаймыз. Сілтемені ата-анаңызға қайта жіберіңіз: төмендегі түймені бассаңыз, жаңа сілтеме шығады.
reminder-consent-guardian =
    👪 <b>{ $event }</b>

    Балаңыз тіркелді, орны сақтаулы тұр. Қатысуы үшін сіздің шешіміңіз керек. Шарттарын оқып, жауап беріңізші.
button-decide-about = 📄 { $name }
button-new-guardian-link = 📨 Ата-анаға жаңа сілтеме
reminder-offer =
    ⏳ <b>{ $event }</b>

    Ұсынылған орын мына уақытқа дейін сақталады: { $until }. Содан кейін ол келесі отбасына беріледі. Жауап беріңізші.
reminder-own =
    🔔 <b>{ $event }</b>

    { $words }
reminder-own-bare = { $words }
reminder-document =
    📎 <b>{ $event }</b>

    Сізден әлі бір құжат керек. Бір минуттық іс: суретін не PDF файлын осы чатқа жібере салыңыз.
reminder-packing =
    🎒 <b>{ $event }</b>

    Басталатын күні: { $day }. Заттарды жинайтын уақыт келді.
reminder-packing-list = Күндіз жеңіл, кешке жылырақ киім, ыңғайлы аяқкиім, жуынатын заттар, өзіңіз ішетін дәрі және су құятын бөтелке алыңыз. Жоғалып қалуы мүмкін заттарға аты-жөніңізді жазып қойыңыз.
reminder-pickup =
    🚌 <b>Бүгін балалар үйге қайтады</b>

    { $event }
    📍 { $place }
reminder-pickup-last = <b>Күн қалай аяқталады:</b>
reminder-pickup-who = Жеке куәлігіңізді ала келіңіз: баланы сіз атаған адамдарға ғана береміз.
reminder-opinion =
    ⭐ <b>{ $event }</b>

    Міне, аяқталды. Қалай өтті? Екі рет бассаңыз жеткілікті.
