# For a native reader to check: «іріктеу» for selection, «кім бұрын келсе» for first come, «баға» for a mark.
button-selection = 🎯 Іріктеу
selection-head = 🎯 <b>{ $title }</b>: орын кімге беріледі
selection-mode-first-come = 🏃 Кім бұрын келсе
selection-mode-review = 👀 Шешім бойынша
selection-mode-scores = ⭐ Баға бойынша
selection-mode-lottery = 🎲 Жеребе бойынша
selection-mode-now = ✓ { $mode }
selection-about-first-come = 🏃 <b>Кім бұрын келсе.</b> Толық сауалнаманы бірінші жіберген адам орынды бірден алады, қалғандары сол ретпен күтеді.
selection-about-review = 👀 <b>Шешім бойынша.</b> Ұйымдастырушылар әр тіркелімді оқып, растайды немесе қабылдамайды.
selection-about-scores = ⭐ <b>Баға бойынша.</b> Ұйымдастырушылар әр тіркелімге 1-ден 5-ке дейін баға қояды; үздіктер орын алады, қалғандары бағасының ретімен күтеді.
selection-about-lottery = 🎲 <b>Жеребе бойынша.</b> Тіркелу аяқталған соң бәрін әділ жеребе шешеді, оны кез келген адам тексере алады.
selection-stream =
    🏕 <b>{ $stream }</b>
    Орын: { $capacity } · алынғаны: { $taken } · күтіп тұр: { $waiting }
selection-stage-drawing = 🔒 Жеребе жүріп жатыр: бос орындар оның нәтижесін күтеді.
selection-stage-chosen = ✅ Іріктеу өтті: босаған орындар күту тізімі бойынша беріледі.
selection-offers = 🎁 Босаған орын кезектегі бірінші адамға ұсынылып, { $hours } сағат сақталады. Жауап болмаса, келесі адамға өтеді.
selection-offers-none = 🎁 Босаған орын кезектегі бірінші адамға бірден беріледі.
selection-mode-question =
    «{ $title }» іс-шарасында іріктеу тәртібін өзгертеміз бе: <b>{ $mode }</b>?

    Бұдан ешкім орнынан айырылмайды.
button-selection-mode-yes = ✅ Иә, өзгерту
button-selection-places = 🪑 Орындар: { $stream }
button-selection-back = 🎯 Іріктеуге оралу
capacity-question =
    🪑 <b>{ $stream }</b>
    Орын: <b>{ $capacity }</b> · алынғаны: { $taken } · күтіп тұр: { $waiting }

    Орынның жаңа санын жазыңыз. Қосылған орындар күтіп тұрғандарға ретімен беріледі; алынған орыннан аз қылуға болмайды.
capacity-number-needed = Орын санын цифрмен жазыңыз, мысалы 120.
capacity-refused =
    Бұлай болмайды: <b>{ $taken }</b> орын алынған, одан аз да, { $most } саннан көп те болмайды.

    { $capacity } болып қалады. Басқа сан жазыңыз.
capacity-done = ✅ <b>{ $stream }</b>: орын саны { $before } еді, енді <b>{ $capacity }</b>.
capacity-moved-up = Күту тізімінен орын алғандар: <b>{ $count }</b>. Оларға 30 секундтан кейін жазамыз.
capacity-undone = Орын саны бұрынғыдай болды.
error-lottery-open = Бұл ауысым бойынша жеребе жүріп жатыр. Алдымен нәтижесін қолданыңыз немесе жеребені тоқтатыңыз.
error-scores-closed = Іріктеу өтіп кетті, бағаны енді өзгертуге болмайды.
button-offer-again = ✋ Әлі барғым келеді
next-resting = <b>Енді не істеу керек:</b> ұсынылған орынға жауап бермедіңіз, сондықтан өзіміз басқа орын ұсынбаймыз. Әлі барғыңыз келсе, түймені басыңыз: күту тізімінің соңына тұрасыз.
offer-waits-again = Сіз қайтадан күту тізіміндесіз.
history-waitlist-again = қайтадан орын сұрады
