# To be read by a native speaker: «келіспеушілікті шешу», «қағазда», «қатаңырақ жауап күшінде».
button-attest = 📄 Келісім қағазда / ☎️ телефонмен
button-settle = ⚖️ Келіспеушілікті шешу
attest-head = 📄 <b>{ $name }</b>: қағаздағы не телефонмен берілген келісім
attest-ask-route = Ата-анасы жауабын қалай берді? Қағаз бен құжаттың суретін ботқа жіберудің қажеті жоқ, қағазды өзіңізде сақтаңыз.
attest-route-paper = 📄 Қағазда
attest-route-phone = ☎️ Телефонмен
attest-ask-name = Ата-анасының аты-жөнін жазыңыз.
attest-ask-relation = Бұл кісі балаға кім болады?
attest-relation-mother = Анасы
attest-relation-father = Әкесі
attest-relation-grandparent = Әжесі не атасы
attest-relation-guardian = Қамқоршысы
attest-relation-sibling-adult = Ересек аға-әпкесі
attest-relation-other = Басқа заңды өкілі
attest-ask-phone = Ата-анасының телефон нөмірін жазыңыз.
attest-ask-on = Жауап қашан алынды? Түймені басыңыз не күнін жазыңыз: 05.03.2027
attest-today = Бүгін
attest-yesterday = Кеше
attest-ask-language = Мәтін қай тілде болды?
attest-ask-required = Ата-анасы қажет нәрсенің бәріне келісе ме?
attest-all-given = ✅ Иә, бәріне
attest-refused = ✖️ Жоқ, келіспейді
attest-ask-text = <b>{ $title }</b>: қандай жауап берді?
attest-yes = иә
attest-no = жоқ
attest-review = 📄 <b>{ $name }</b>. Бәрі дұрыс па, тексеріңіз:
attest-facts =
    👪 { $guardian } ({ $relation }), { $phone }
    { $route } · { $day } · { $language }
attest-refusal-ends = ⚠️ Басқа ата-анасы келісім бермеген болса, тіркелім жабылады. Оны қайтаруға болмайды.
attest-record = ✅ Жазып қою
attest-again = ✏️ Басынан бастау
attest-recorded = ✅ Жазылды: <b>{ $name }</b>. Отбасы 30 секундтан кейін біледі, оған дейін жазбаны қайтарып алуға болады.
attest-recorded-over = ✖️ Жазылды: <b>{ $name }</b>. Келісім жоқ, тіркелім жабылды.
attest-to-card = 👤 Тіркелімге оралу
attest-undone = Жазба қайтарып алынды
attest-problem-name = ⚠️ Аты-жөнін әріппен жазыңызшы, мысалы: Сапарова Гүлнар.
attest-problem-phone = ⚠️ Бұл телефон нөміріне ұқсамайды. Былай жазыңызшы: +7 701 123 45 67.
attest-problem-on = ⚠️ Күнін былай жазыңыз: 05.03.2027. Ол болашақта не бір жылдан бұрын болмауы керек.
settle-head =
    ⚖️ <b>{ $name }</b>: ата-ананың жауаптары екі түрлі.

    Алдымен екеуімен де сөйлесіңіз. Жауаптар жойылмайды: қасына неге келіскендері жазылады. Оған дейін қатаңырақ жауап күшінде.
settle-required-yes = ✅ Келісті: қатысады
settle-required-no = ✖️ Келісті: қатыспайды
settle-why = 💬 <b>{ $name }</b>: қалай келіскендерін және кіммен сөйлескеніңізді жазыңыз. Содан кейін шешім күшіне енеді.
