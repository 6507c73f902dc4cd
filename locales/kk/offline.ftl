# For a native reader to check: «өткізу» for handing in what was scanned, «белгілеу» for scanning people in, «таңба» for a character of a code.
button-offline = 📴 Интернетсіз
button-offline-take = 📥 Тізімді ала кету: { $gate }
button-offline-names = 📥 Аттарымен: { $gate }
button-offline-bring = 📤 Белгіленгенді өткізу
button-offline-trouble = ⚠️ Қарау керек: { $number }
offline =
    📴 <b>Интернетсіз кіру орны</b>
    { $title }
offline-how =
    <b>Алдымен:</b> тізімді ала кетіңіз. Ол бір парақша: Android телефонға не ноутбукке сақтап, Chrome арқылы бір рет ашып көріңіз.
    <b>Кіреберісте:</b> билетті сканерлеңіз не суреттің астындағы 12 таңбаны теріңіз. Телефон кім кіргенін есте сақтайды, бір адамды екі рет кіргізбейді.
    <b>Соңынан:</b> белгіленгенді өткізіңіз. Біреу екі телефон арқылы кірсе, осы жерден көресіз.
offline-making = Тізім дайындалып жатыр…
offline-page =
    📴 <b>{ $gate }</b>
    { $title }
    Тізімде: { $number } · билеті бар: { $tickets }
offline-page-how =
    1. Файлды телефонға сақтап, Chrome арқылы ашыңыз. iPhone мұндай парақшаны ашпайды.
    2. Қазір байқап көріңіз: 12 нөл теріңіз, парақша тізімде жоқ екенін айтуы керек.
    3. Кіреберіс не телефон екеу болса, әрқайсысына бөлек тізім алыңыз.
    Жаңа билеттер онда жоқ, сондықтан тізімді мүмкіндігінше кеш алыңыз.
offline-page-names = 👤 Бұл тізімде аттар бар: ешкімге жібермеңіз, кейін файлды өшіріңіз. Чаттан ол бір тәуліктен кейін жоғалады.
offline-page-nameless = 🔒 Аттар жоқ, одан билет жасап шығару мүмкін емес: файл жоғалса да қауіп жоқ.
offline-subtitle = Тізім: { $made } · { $number }
offline-bring =
    📤 <b>Белгіленгендер</b>
    { $title }

    Парақшада «Өткізу» батырмасын басып, мәтінді маған бөлік-бөлігімен не бәрін бір файлмен жіберіңіз.
offline-refused-long = 🤔 Тым ұзын екен. Бөлік-бөлігімен жіберіңіз.
offline-refused-strange = 🤔 Кіру парақшасы мұндай мәтін жазбайды. Ештеңе қабылданған жоқ.
offline-refused-cut = ✂️ Бір бөлігі жетіспейді. Ештеңе қабылданған жоқ. Қайта көшіріңіз не файлды жіберіңіз.
offline-refused-not-fetched = 🤔 Файлды ала алмадым. Қайта жіберіңізші.
offline-report =
    📤 <b>Өткізілгені: { $number }</b>
    { $gate } · { $title }
offline-admitted = ✅ Кірді: { $number }
offline-clashes = ⚠️ Басқа жерден кіріп қойған: { $number }
offline-not-good = ⛔ Жарамсыз: { $number }
offline-before = ♻️ Бұрын өткізілген: { $number }
offline-number = № { $number }
offline-clash = ⚠️ <b>{ $who }</b>, { $time }. Оған дейін: { $first }, { $by }.
offline-replaced = ⛔ <b>{ $who }</b>, { $time }: билет бұған дейін жаңасына ауыстырылған.
offline-ended = ⛔ <b>{ $who }</b>, { $time }: қазір қатысуы расталмаған.
offline-unknown = ⛔ { $time }: мұндай билет жоқ. <code>{ $code }</code>
offline-more = … тағы { $number }: оларды ұйымдастырушы кіру экранынан көреді.
offline-again = Тағы жібере аласыз. Екі рет жіберілгені бір рет саналады.
offline-trouble =
    ⚠️ <b>Интернетсіз белгіленген, қарау керегі: { $number }</b>
    { $title }
offline-trouble-clash =
    👥 <b>{ $who }</b> екі рет кірген
    { $gate } · { $time } · { $by }
    оған дейін: { $first } · { $other }
offline-trouble-replaced =
    ♻️ <b>{ $who }</b> ескі билет көрсеткен
    { $gate } · { $time } · { $by }
offline-trouble-ended =
    ⛔ <b>{ $who }</b>: қатысуы расталмаған
    { $gate } · { $time } · { $by }
offline-trouble-unknown =
    ❓ Біздің билет емес
    { $gate } · { $time } · { $by }
error-report-refused = Кіру парақшасы мұндай мәтін жазбайды.
offline-say-keeps-nothing = Бұл браузер ештеңе сақтамайды! Парақша жабылса, белгілер жоғалады. Файлды «Жүктемелерге» сақтап, Chrome арқылы ашыңыз.
offline-say-camera = 📷 Камерамен сканерлеу
offline-say-code = 12 таңба немесе сілтеме
offline-say-check = Тексеру
offline-say-name = 🔎 Аты бойынша табу
offline-say-bring = 📤 Өткізу
offline-say-bring-how = Интернет болғанда: осыны көшіріп, ботқа жіберіңіз немесе файл етіп сақтап, соны жіберіңіз.
offline-say-copy = Көшіру
offline-say-next = Келесі бөлік
offline-say-file = Файл етіп сақтау
offline-say-erase = Осы телефоннан өшіру
offline-say-ready = Дайын
offline-say-ready-how = Билетті сканерлеңіз не таңбаларын теріңіз
offline-say-admitted = ✅ КІРЕДІ
offline-say-already = ⛔ БҰРЫН КІРГЕН
offline-say-unlisted = ⛔ ТІЗІМДЕ ЖОҚ
offline-say-unlisted-how = Жаңа билет, басқа іс-шара не біздікі емес. Суретке қараңыз: кімнің аты, қай іс-шара?
offline-say-anyway = Кіргізу, кейін тексереміз
offline-say-noted = 📝 ЖАЗЫЛДЫ
offline-say-unreadable = 🤔 Бұл билет емес
offline-say-unreadable-how = Суреттің астындағы 12 таңбаны түгел теріңіз
offline-say-undo = ↩️ Қате кетті: қайтару
offline-say-undone = ↩️ Қайтарылды
offline-say-number = Осы телефонда белгіленгені:
offline-say-part = Бөлік
offline-say-copied = ✅ Көшірілді. Енді ботқа жіберіңіз.
offline-say-erase-sure = Бот бәрін алды ма? Өшірілгені қайтып келмейді.
offline-say-erased = Өшірілді
offline-say-no-camera = 📷 Камера жоқ
offline-say-no-camera-how = Камераға рұқсат беріңіз не таңбаларды теріңіз
