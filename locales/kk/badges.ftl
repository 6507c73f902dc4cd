# For a native reader to check: «бейдж» for a badge, «есік тізімі» for a list at the door.
button-badges = 🪪 Бейдждер
button-badges-all = 🪪 Барлығы · { $number }
button-badges-badges = 🪪 Бейдждер
button-badges-codes = 🔳 Билет коды бар бейдждер
button-badges-door = 📋 Есік тізімі
badges =
    🪪 <b>Бейдждер мен тізімдер</b>
    { $title }

    Кімге арнап шығарайық?
badges-nobody =
    🪪 <b>Бейдждер мен тізімдер</b>
    { $title }

    Әзірге ешкім расталған жоқ. Қатысушылар шыққанда қайта кіріңіз.
badges-what =
    🪪 <b>{ $whom }</b> · { $number }
    { $title }

    Бейдждер A4 парағына сегізден, 90 × 60 мм, жасақ пен аты бойынша ретімен тұрады. Коды болса, телефоны жоқ адам да кіре алады. Тізімде әр жасақ бөлек бетте.
badges-everybody = Барлығы
badges-none = Басып шығаратын ешкім жоқ.
badges-too-many = Бір ретте { $most } бейджден артық шығару ауыр. Ауысымды не жасақты таңдаңыз.
badges-making = ⏳ Сызып жатырмын…
badges-drawing = ⏳ Сызып жатырмын: { $number }. Бір минутқа дейін созылады, файл өзі келеді.
badges-here-badges =
    🪪 <b>{ $whom }</b> · бейдж саны: { $number }

    Бетке сыйғызбай, 100 % көлемде басып шығарып, сызықтармен қиыңыз.
badges-here-door = 📋 <b>{ $whom }</b> · тізімде: { $number }
badges-codes = 🔳 Код дегеніміз билеттің өзі. Отбасы кейін жаңа код алса, бейдждегі код жарамсыз болады.
badges-mind = ⚠️ Адамдардың аты-жөні бар: ешкімге жібермеңіз. 24 сағаттан кейін бұл хабарды чаттан алып тастаймын.
badges-title = Бейдждер
badges-door-title = Есік тізімі
badges-door-name = Аты-жөні
badges-door-school = Мектебі
badges-door-here = Келді
badges-no-squad = Жасақсыз
badge-participant = Қатысушы
badge-leader = Тәлімгер
