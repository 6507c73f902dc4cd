# For a native reader to check: «үйлестіруші» for a school's coordinator, «ортақ орын» for a region's common places.
button-school = 🏫 Менің мектебім
button-school-link = 🔗 Оқушыларға сілтеме
button-school-pupils = 👥 Оқушылар
button-school-remind = 🔔 Отбасына еске салу
button-school-remind-all = 🔔 Бәріне еске салу: { $number }
button-school-share-kk = 📨 Қазақша жіберу
button-school-share-ru = 📨 Орысша жіберу
button-school-share-en = 📨 Ағылшынша жіберу
button-school-renew = 🔄 Жаңа сілтеме
button-school-revoke = ⛔ Сілтемені жабу
button-school-renew-yes = 🔄 Иә, жаңасы керек
button-school-revoke-yes = ⛔ Иә, жабамын
button-school-link-keep = Осылай қалсын
school-rooms = 🏫 <b>Мектептеріңіз</b>
school-rooms-none = 🏫 Қазір мектебіңізге арналған іс-шара жоқ. Болғанда жазамыз.
school-head =
    🏫 <b>{ $unit }</b>
    { $above }
    🗂 { $event }
school-funnel = 👣 Келді: <b>{ $came }</b> → бастады: <b>{ $began }</b> → тіркелді: <b>{ $registered }</b>
school-stage-awaiting-guardian = ата-анасын күтіп тұр
school-stage-pending = қаралып жатыр
school-stage-returned = түзету керек
school-stage-offered = орын ұсынылды
school-stage-confirmed = расталды
school-stage-waitlisted = күту тізімінде
school-lack-guardian = ❗ ата-анасы сілтемені әлі ашқан жоқ
school-lack-consent = ❗ ата-анасы әлі шешім қабылдаған жоқ
school-lack-correction = ❗ тіркелімді түзету керек
school-lack-answer = ❗ ұсынылған орынды алу керек
school-pupils = 👥 <b>{ $unit }</b>
school-pupils-none = Әзірге ешкім тіркелген жоқ. Оқушыларға сілтемені жіберіңіз.
school-link =
    🔗 <b>{ $unit }</b>

    { $link }

    Осы сілтемені ашқан оқушы мектебін іздеп отырмайды.
    👣 Келгендер: { $uses } / { $most }
    📅 Жарамды мерзімі: { $until }

    Тілді таңдаңыз: оқушылар мен ата-аналарға арналған дайын мәтін ашылады, кімге жіберетініңізді көрсетсеңіз болды.
school-share-text = { $event } ({ $days }). { $school }: біздің мектепке орын бөлінді. Жоғарыдағы сілтеме арқылы тіркеліңіз, соңғы күні: { $until }. Он шақты минут қана кетеді. Соңында ата-ананың келісімі керек болады.
school-link-question =
    Бұрынғы сілтеме жіберілген жердің бәрінде жұмысын тоқтатады. Ол арқылы келгендер қала береді.

    Жалғастырамыз ба?
school-link-revoked = Сілтеме енді жұмыс істемейді
school-reminded =
    { $number ->
        [one] Еске салдық: { $number } адам
       *[other] Еске салдық: { $number } адам
    }
school-reminded-today = Бүгін бәріне еске салып қойдық
notice-school-guardian = 🏫 { $school } еске салады: { $event }. Тіркелім ата-анаңызды күтіп тұр. Сілтемені оларға тағы бір рет жіберіңіз: ата-ананың келісімінсіз орын расталмайды.
notice-school-consent = 🏫 { $school } еске салады: { $event }, { $name }. Тек сіздің шешіміңіз жетпей тұр.
notice-school-correction = 🏫 { $school } еске салады: { $event }, { $name }. Тіркелімде түзететін жер бар.
notice-school-answer = 🏫 { $school } еске салады: { $event }, { $name }. Орын ұсынылды, мерзімі өтпей тұрып алып қалыңыз.
notice-school-unfinished = 🏫 { $school } еске салады: { $event }. Тіркелім аяқталмай қалды. Барлық жауабыңыз сақтаулы.
notice-recall-soon = ⏰ { $unit }: әлі алынбаған орын саны: { $number }. { $day } күні олар өңірдің ортақ орындарына қайтарылады ({ $event }). Оқушыларға алдын ала ескертіңіз.
notice-recall-done = 🔁 { $unit }: алынбаған орындар өңірдің ортақ орындарына қайтарылды: { $number } ({ $event }). Өңірде орын бар кезде оқушыларыңыз әлі де тіркеле алады.
