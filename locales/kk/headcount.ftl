# For a native reader to check: «түгендеу» for a head count, «орнында» for present, «жоқ» for missing, «белгіленбеген» for not marked yet.
button-headcounts = 🧮 Түгендеу
button-headcount-all = ▶️ Бәрін түгендеу: { $count } бала, { $squads } жасақ
button-headcount-choose = 🚩 Жасақ таңдау
button-headcount-chosen = ▶️ Түгендеу: { $count } бала, { $squads } жасақ
button-headcount-calls = 📞 Кімге қоңырау шалу керек
button-headcount-squads = 🚩 Жасақтар бойынша
button-headcount-live = 🧮 Сандарға оралу
button-headcount-close = ⏹ Аяқтау
button-headcount-close-yes = ⏹ Иә, аяқталсын
button-headcount-on = 🧮 Түгендеу жүріп жатыр: тізімді ашу
button-headcount-everybody = ✅ Бәрі орнында: { $count }
button-headcount-others = ✅ Қалғандары орнында: { $count }
button-headcount-done = 🏁 Бітті: орнында { $present }, жоқ { $missing }
button-headcount-one-by-one = ☑️ Бір-бірлеп белгілеу
button-headcount-who-is-missing = ❌ Тек жоқ балаларды белгілеу
headcounts-head = 🧮 <b>Түгендеу</b>: { $title }
headcounts-how = Бір басқаннан кейін әр тәлімгерге өз жасағының тізімі барады. { $minutes } мин ішінде бітірмегендерге еске салынады, тағы сонша уақыттан кейін сізге олардың телефондары келеді.
headcounts-none = Жасақтарда әзірге бала жоқ. Алдымен жасақ құрыңыз.
headcounts-choose =
    🚩 <b>Қай жасақтар?</b>
    { $title }

    Жасақтарды белгілеп, жасыл түймені басыңыз.
headcounts-unled = ⚠️ Ботта тәлімгері жоқ: { $squads }. Оларды «Жасақтар бойынша» түймесі арқылы өзіңіз түгендей аласыз.
headcounts-without = ⚠️ Жасақсыз, түгендеуге кірмейді: { $count }.
headcounts-earlier = <b>Бұрынғылары:</b>
headcount-earlier = { $moment }: орнында { $present }, барлығы { $expected }
headcount-live =
    🧮 <b>Түгендеу</b>, басталғаны { $since }
    { $title }
headcount-figures = Барлығы <b>{ $expected }</b> · орнында <b>{ $present }</b> · жоқ <b>{ $missing }</b> · белгіленбеген { $open }
headcount-squads = Біткен жасақ: { $done }, барлығы { $count }
headcount-took = ⏱ Барлық жасақ { $minutes } мин { $seconds } с ішінде бітті
headcount-away = Рұқсатпен лагерьден кеткен, саналмайды: { $count }
headcount-missing-now = ❌ <b>Қазір жоқ</b>
headcount-missing-line = • <b>{ $name }</b> · { $squad } · { $leaders } · байқалғаны { $since }
headcount-more = … тағы { $count }
headcount-late-head = ⏳ <b>Әлі бітірмегендер</b>
headcount-late-line = • { $squad }: { $present } / { $expected }
headcount-short-line = • { $squad }: орнында { $present } / { $expected }
headcount-nobody = ботта тәлімгері жоқ
headcount-closed = ⏹ Түгендеу аяқталды: { $time }.
headcount-over = ⏹ Бұл түгендеу аяқталды. Жаңасы жаңа хабарламамен келеді.
headcount-which = 🚩 Қай жасақ? Тәлімгердің орнына түгендеуге не түзетуге болады.
headcount-calls =
    📞 <b>Кімге қоңырау шалу керек</b>: { $title }
    Бітірмеген не баласы жоқ жасақтардың тәлімгерлері. Бұл тізімді кім ашқаны жазылып отырады.
headcount-calls-none = Ешкімге: барлық жасақ бітірді, бәрі орнында.
headcount-no-phone = нөмірі белгісіз
headcount-close = Түгендеуді аяқтаймыз ба? Жоғы: { $missing }, белгіленбегені: { $open }. Жазбада осылай қалады, тәлімгерлер енді ештеңе өзгерте алмайды.
headcount-roll =
    🧮 <b>Түгендеу</b>, басталғаны { $since }: <b>{ $squad }</b>
    { $title }
headcount-stands = Орнында { $present } / { $expected } · жоқ { $missing } · белгіленбеген { $open }
headcount-how-missing = <b>Жоқ</b> балалардың атын басыңыз. Қалғандарының бәрін көріп тұрсаңыз, жасыл түймені басыңыз. Қайта бассаңыз, белгі алынады.
headcount-how-present = <b>Көріп тұрған</b> әр баланың атын басыңыз. Жасыл түймені басқанда белгіленбегендер жоқ деп саналады. Қайта бассаңыз, белгі алынады.
headcount-done = 🏁 Бітті: { $time }, рақмет. Біреу табылса не жоғалса, атын басыңыз: ұйымдастырушылар бірден көреді.
headcount-missing-here = ❌ Жоқ: { $names }
notice-headcount =
    🧮 <b>Қазір түгендеу: { $squad }</b>
    { $event } · бала саны: { $count }
notice-headcount-late =
    ⏰ <b>Жасағыңыз әлі түгенделмеді: { $squad }</b>
    { $event } · бала саны: { $count }. Ұйымдастырушылар күтіп отыр.
notice-headcount-calls =
    📞 <b>Түгендеу: бітірмеген жасақ саны: { $number }</b>
    { $event }. Тәлімгерлері жауап бермеді, қоңырау шалыңызшы.
