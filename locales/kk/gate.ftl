# For a native reader to check: «кіру орны» for a gate, «қарсы алу» for meeting children there, «кірді» and «бұрын кірген» for a check-in.
button-gates = 🚪 Кіру орны
button-gate-find = 🔎 Аты бойынша табу
button-gate-counts = 🚪 Кім кірді
button-gate-missing = 🕓 Әлі келмегені: { $number }
button-let-in = ✅ Кіргізу
button-let-in-at = ✅ Кіргізу: { $gate }
button-let-in-undo = ↩️ Қате кетті: қайтару
gate-kind-arrival = Келу
gate-kind-bus = Автобус
gate-kind-entrance = Кіру
gate-kind-dining = Асхана
gate-kind-exit = Шығу
gate-rooms =
    🚪 <b>Кіру орны</b>

    Қай іс-шарада қатысушыларды қарсы аласыз?
gate-rooms-none = 🚪 Қазір сіз қатысушыларды қарсы алатын іс-шара жоқ.
gate-room =
    🚪 <b>Кіру орны</b>
    { $title }
gate-inside = { $gate }: ішінде <b>{ $number }</b>, барлығы { $expected }
gate-how = Билетті телефон камерасымен сканерлеп, сілтемені ашыңыз немесе /ticket деп жазып, кодын қосыңыз. Билет қолында болмаса, адамды аты бойынша табыңыз.
gate-missing = 🕓 <b>{ $gate }</b>: әлі күтіп отырғанымыз { $number }, барлығы { $expected }
gate-missing-line = • { $name }
gate-missing-of = • { $name } · { $unit }
gate-missing-none = Бәрі келді. 🎉
gate-find = 🔎 { $title }: атының не мектебінің бір бөлігін жазыңыз.
gate-by-name = 🔎 <b>Билетсіз, аты бойынша табылды.</b> Дәл сол адам екеніне көз жеткізіңіз.
gate-let-in = ✅ <b>КІРДІ</b> · { $gate } · { $time }
gate-already =
    ⛔ <b>БҰРЫН КІРГЕН</b>
    { $gate } · { $time } · { $by }
gate-already-toast = ⛔ Бұрын кірген. Бір билетпен екі рет кіруге болмайды.
gate-undone = ↩️ Қайтарылды: кірген жоқ.
gate-name = 👤 <b>{ $name }</b>
gate-grade = 🎓 Сыныбы: { $grade }
gate-school = 🏫 { $unit }
gate-squad = 🚩 { $squad }
gate-event = 🏕 { $title } · { $stream } · { $days }
gate-not-yet = ▫️ { $gate }: әлі жоқ
gate-since = ✅ { $gate }: { $time } · { $by }
notice-checked-in = ✅ <b>{ $name } келіп жетті.</b> Қарсы алған уақытымыз: { $time }. { $event }
notice-not-checked-in = ⚠️ <b>Түзету:</b> { $name } әлі келген жоқ, алдыңғы хабар қателесіп жіберілді. Келгенде бірден жазамыз. { $event }
