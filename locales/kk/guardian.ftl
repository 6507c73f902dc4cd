# Kazakh phrases a native reader should still check: «оқушым үшін», «кезек сізде», «бала үшін жауап беретін», «тізімнен шығу» (leave the list).

button-register-child = 👪 Балам үшін
button-register-pupil = 🏫 Оқушым үшін
answering-for-child = 👪 <b>Балаңыз үшін</b> жауап беріп отырсыз.
answering-for-pupil = 🏫 <b>Оқушыңыз үшін</b> жауап беріп отырсыз. Келісімді кейін ата-анасы сілтеме арқылы береді.
button-another-child = ➕ Тағы бір баламды тіркеу
button-another-pupil = ➕ Тағы бір оқушыны тіркеу
button-another-child-for = ➕ Тағы бір балам: { $title }
next-awaiting-you = <b>Енді не істеу керек:</b> келісіміңізді беріңіз, түймесі төменде. Оған дейін орын сақтаулы тұрады.
next-awaiting-guardian-child = <b>Енді не істеу керек:</b> сілтемені баланың ата-анасына жіберіңіз. Келісім келгенше орын сақтаулы тұрады.
next-guardian-joined-child = <b>Енді не болады:</b> баланың ата-анасы сілтемені ашты, шешім соларда. Сізге ештеңе істеудің қажеті жоқ.
next-returned-child = <b>Енді не істеу керек:</b> жауапты түзетіп, қайта жіберіңіз. Орын сақтаулы тұрады.
next-refused-child = <b>Енді не істеу керек:</b> бұл тіркелім жабылды. Ата-ана ойын өзгертсе, баланы қайта тіркей аласыз.
next-cancelled-child = <b>Енді не істеу керек:</b> бұл тіркелім жабылды. Ойыңыз өзгерсе, баланы қайта тіркей аласыз.
next-waitlisted-child =
    <b>Күту тізіміндегі орны: { $place }</b>
    <b>Енді не болады:</b> орын босаса, бірден хабарлаймыз. Сізге ештеңе істеудің қажеті жоқ.
button-cancel-of-child = ✖️ Орыннан бас тарту
button-keep-of-child = Жоқ, қатысады
cancel-of-child-question = <b>{ $name }</b>: «{ $title }» іс-шарасындағы орыннан бас тартасыз ба? Орын бірден күту тізіміндегі келесі балаға беріледі, қайтарып алуға болмайды.
child-line =
    👤 <b>{ $name }</b> · { $title }
    { $status }
    ➡ { $turn }
turn-yours = Кезек сізде
turn-of-child = Енді баланың өзі түзетуі керек
turn-differ = Ата-ананың жауаптары екі түрлі, ұйымдастырушылар хабарласады
turn-of-nobody = Сізден ештеңе керек емес
error-too-many-children = Бір аккаунтпен мұнша баланы тіркеу үшін ұйымдастырушылардың рұқсаты керек. Оларға хабар жібердік.
error-child-cannot-act = Баланы тек ересек адам тіркей алады. Сіз өзіңіз тіркеле аласыз.
error-links-paused = Жарамсыз сілтемелер тым көп ашылды. Біраз күтіп, соңғы келген сілтемені қайта ашып көріңіз.
error-last-guardian = Сізден басқа бұл бала үшін жауап беретін ешкім жоқ. Алдымен тағы бір ата-ананы қосыңыз немесе тіркелімнен бас тартыңыз.
error-already-takes-part = Бұл аккаунттың өз тіркелімі бар, сондықтан баланың тіркелімін оған ауыстыра алмаймыз. Ұйымдастырушыларға жазыңыз.
button-circle = 👪 Ата-анасы мен өкілдері
circle-head = <b>👪 { $name }: ата-анасы мен өкілдері</b>
circle-line = • { $relation }: <b>{ $name }</b>
circle-none = Әзірге ешкім қосылмаған. Ата-анаға сілтеме жіберіңіз.
relation-mother = Анасы
relation-father = Әкесі
relation-grandparent = Ата-әжесі
relation-guardian = Қамқоршысы
relation-sibling-adult = Ересек бауыры
relation-other = Басқа жақыны
relation-unsaid = Ата-анасы немесе өкілі
relation-question = Сіз балаға кім боласыз? <b>{ $name }</b>
relation-kept = 👍 Рақмет, жазып қойдық.
button-change-relation = ✏️ Балаға кім боламын
button-second-guardian = ➕ Екінші ата-анаға сілтеме
button-hand-over = 📲 Баланың өз Telegram-ы бар
button-leave-child = 🚪 Тізімнен шығу
button-leave-child-yes = Иә, шығамын
leave-child-question = <b>{ $name }</b>: тізімнен шығасыз ба? Бұл бала туралы хабар енді келмейді, тіркелімін де көре алмайсыз. Берген келісіміңіз күшінде қалады.
child-left = <b>{ $name }</b>: сіз тізімнен шықтыңыз.
takeover-link =
    📲 <b>Мына хабарламаны балаға жіберіңіз</b>

    { $name }, «{ $title }» тіркелімі енді өз Telegram-ыңызда болады. Сілтемені ашыңыз:
    { $link }

    Сілтеме бір рет және 72 сағат жұмыс істейді. Оны ашқанда ата-анадан растауын сұраймыз.
takeover-share = { $name }, «{ $title }» тіркелімі өз Telegram-ыңызда болсын десеңіз, сілтемені ашыңыз.
button-share-takeover = 📨 Балаға жіберу
takeover-waits = ⏳ <b>{ $name }</b>, «{ $title }» тіркелімін осы чатқа ауыстыру үшін ата-анаңыздың растауын күтеміз.
takeover-done = ✅ <b>{ $name }</b>: енді бала тіркелімін өзі көреді. Сіз де тізімде қаласыз, хабарламалар сізге де келеді.
takeover-denied = 👌 <b>{ $name }</b>: ештеңе өзгерген жоқ.
notice-takeover-asked = 📲 <b>{ $name }</b>: сілтемені Telegram-да <b>{ $who }</b> ашты. «{ $event }» тіркелімі осы аккаунтқа ауыссын ба? Бұл шынымен сол бала ма?
button-takeover-yes = ✅ Иә, бұл сол бала
button-takeover-no = ✖️ Жоқ, басқа адам
notice-takeover-confirmed = 🎉 <b>{ $name }</b>: «{ $event }» тіркелімі енді сіздің чатыңызда.
notice-many-children = ⚠️ «{ $event }»: <b>{ $name }</b> тағы бір баланы қоспақ. Қазір қосылған бала саны: { $count }. Дұрыс болса, рұқсат беріңіз: тіркелім → ата-аналар → рұқсатты көбейту.
wards-head = <b>👪 { $name }: ата-анасы мен өкілдері</b>
ward-head = <b>👪 { $name }</b>
ward-may-not-know = 🚫 Ештеңе көрмейді, хабар алмайды
ward-may-not-decide = 🚫 Көреді, бірақ шешім қабылдай алмайды
ward-many = ⚠️ Бала саны: { $count }, рұқсат етілгені: { $most }
button-wards = 👪 Ата-анасы: { $count }
button-wards-limited = 👪🚫 Ата-анасы: { $count }
button-limit-decide = 🚫 Шешім қабылдамасын
button-limit-know = 🚫 Ештеңе көрмесін
button-lift-limit = ↩️ Шектеуді алып тастау
button-put-first = ⭐ Негізгі ету
button-allow-more = ➕ Тағы 10 балаға рұқсат
button-end-link = ✖️ Тізімнен шығару
button-end-link-yes = Иә, шығару
end-link-question = <b>{ $name }</b> тізімнен шығарылсын ба? Бала: { $child }. Бұрынғы келісімдері мен жазбалары сақталады.
limit-why-no-decide = <b>{ $name }</b> неге шешім қабылдай алмайды? Себебін таңдаңыз немесе жазыңыз, оны тек ұйымдастырушылар көреді.
limit-why-no-know = <b>{ $name }</b> неге ештеңе көрмеуі керек? Себебін таңдаңыз немесе жазыңыз, оны тек ұйымдастырушылар көреді.
limit-reason-court = Сот шешімі
limit-reason-family = Отбасының өтініші
limit-reason-unknown = Баланың ата-анасы емес
case-registered-by-guardian = 📱 Ата-анасы тіркеген: { $name }
case-registered-by-teacher = 📱 Мұғалімі тіркеген: { $name }
history-guardian-limit = ата-анаға шектеу қойылды
history-guardian-lift = шектеу алынды
history-guardian-leave = ата-ана тізімнен шықты
history-guardian-end = ата-ана тізімнен шығарылды
history-guardian-first = негізгі ата-ана ауысты
history-takeover-confirmed = тіркелім баланың өзіне берілді
next-returned-other = <b>Енді не болады:</b> жауапты сауалнаманы толтырған адам түзетіп, қайта жібереді. Сізге ештеңе істеудің қажеті жоқ; орын сақтаулы тұрады.
