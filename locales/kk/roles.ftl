# For a native reader to check: «бақылаушы» for who only looks, «тұтас» for a whole branch, «рөлін алып тастау».
branch-only = 🗺 Тек мына бөлігі: { $title }
role-owner = иесі
role-organizer = ұйымдастырушы
role-viewer = бақылаушы
role-checker = билет тексеруші
role-organizer-may = 🗂 <b>Ұйымдастырушы</b>: шешім қабылдайды, хабарландыру жібереді, кесте жүктейді
role-viewer-may = 👁 <b>Бақылаушы</b>: тізімдер мен сандарды көреді, шешім қабылдамайды
role-checker-may = 🎫 <b>Билет тексеруші</b>: кіреберісте билет тексереді, басқа ештеңе көрмейді
role-until = ⏳ Мерзімі: { $day }
role-endless = ⏳ Мерзімі шектелмеген
invite-role = 🔗 <b>Кім ретінде шақырамыз?</b>
invite-part = 🗺 Рөлі: { $role }. Нені қамтиды?
invite-branch = 🗺 Рөлі: { $role }. Қай бөлігі? Кез келген деңгейді тұтас алуға болады.
team-until = ⏳ <b>{ $who }</b>: қанша уақытқа?
button-invite-role = ➕ { $role }
button-make-role = 🔁 Рөлін ауыстыру: { $role }
button-role-end = ⏳ Мерзімін өзгерту
button-part-all = 🌐 Бүкіл бағдарлама
button-part-branch = 🗺 Бір облыс не мектеп…
button-branch-whole = ✓ Тұтас: { $title }
button-days =
    { $days ->
        [one] { $days } күнге
       *[other] { $days } күнге
    }
button-days-event = Іс-шара біткенше
button-days-endless = Мерзімсіз
button-dismiss = 🚪 Рөлін алып тастау…
viewer-welcome = 👁 Енді сіз тізімдер мен сандарды көре аласыз. Кабинетті ашу үшін түймені басыңыз.
checker-welcome = 🎫 Енді сіз билет тексересіз. Билеттің QR кодына телефон камерасын бағыттаңыз немесе /ticket деп, кодын жазыңыз.
notice-staff-left = 🚪 <b>{ $name }</b> командадан шықты: { $programme }.
notice-role-ending =
    ⏳ Рөліңіздің мерзімі бітеді: { $moment }.
    { $programme }, { $role }.

    Рөл әлі керек болса, иесіне жазыңыз.
leave-question =
    🚪 <b>Алдымен командадан шығыңыз</b>

    Сізде рөл бар, адамдардың деректерімен кім не істегені жазылған тарихта атыңыз тұр. Командадан шықсаңыз, кабинет бірден жабылады, содан кейін деректеріңізді жоюға болады.
button-leave = 🚪 Командадан шығу
leave-done = 🚪 Сіз командадан шықтыңыз. Еңбегіңізге рақмет! Енді деректеріңізді жоюға болады.
error-owners-stay = Сіз иесіз: бұл рөл бағдарлама баптауында (OWNER_IDS) жазылған, тек сол жерде алынады.
command-desk = Ұйымдастырушы кабинеті
command-ticket = Билетті тексеру
case-narrow = 👁 Сіз тізімдердегі мәліметтерді ғана көресіз. Жауаптар, телефондар мен отбасы ұйымдастырушыларға ашық.
