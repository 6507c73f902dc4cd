# For a native reader to check: «қайталанған тіркелім» for a registration made twice, «ажырату» for taking a merge back.
button-duplicates = 👯 Қайталанғаны: { $count }
button-duplicates-none = 👯 Қайталанғаны жоқ
button-take-back = ↩️ Қайтару
button-duplicates-list = 👯 Тізімге
button-merges = 📜 Біріктірілгендер
duplicates-head =
    👯 <b>{ $title }</b>

    Екі рет тіркелген адам бар сияқты. Ұқсас жұп саны: <b>{ $count }</b>. Жұпты ашып, салыстырып көріңіз.
duplicates-none =
    👯 <b>{ $title }</b>

    Екі рет тіркелген ешкім жоқ. Ұқсас тіркелім шықса, өзім хабарлаймын.
pair-question = 👯 <b>Бұл бір адам ба?</b>
pair-side =
    { $mark } <b>{ $name }</b>
    { $status }
    Жіберілген уақыты: { $at }, аккаунт: { $by }
pair-same = ✅ { $what }: { $value }
pair-differs =
    ❗️ { $what }:
    ① { $one }
    ② { $other }
pair-nothing = жоқ
pair-birth-date = Туған күні
pair-phone = Телефоны
pair-school = Қайдан
pair-guardians = Ата-анасы
pair-stream = Ауысымы
pair-why = Ұқсастығы: { $reasons }.
duplicate-name = аты-жөні бірдей
duplicate-name-part = аты-жөнінің бір бөлігі бірдей
duplicate-name-near = аты-жөнінде бір-ақ әріп басқа
duplicate-name-word = аты-жөнінің бір сөзі бірдей
duplicate-birth-date = туған күні бірдей
duplicate-birth-date-near = туған күнін жазғанда қате кеткен болуы мүмкін
duplicate-phone = телефоны бірдей
duplicate-school = мектебі не өңірі бірдей
duplicate-guardian = ата-анасы ортақ
button-keep = ✅ Бір адам, { $mark } қалсын
button-apart = 👥 Бұлар — бөлек адамдар
button-open-side = 👁 { $mark } ашу
merge-question =
    👯 <b>{ $name }</b>

    { $kept } тіркелім қалады, { $ended } тіркелім жабылады, босаған орын күту тізіміндегі бірінші адамға беріледі. Отбасына бұл туралы қысқаша ғана хабарлаймыз.
merge-shares = Екі тіркелімді де бір ересек адам көріп отыр, сондықтан қалған тіркелімді екеуінің де ата-анасы көреді. Келісімдер қалай берілсе, солай қалады.
merge-stays-two = Тіркелімдер бөлек аккаунттардан жасалған, сондықтан әркім бұрынғыдай өз дерегін ғана көреді. Тек артық тіркелім жабылады.
button-merge-yes = ✅ Иә, артығын жабу
merged = ✅ Дайын: бір тіркелім қалды. Отбасына 20 секундтан кейін жазамыз. Қазір немесе кейін «Біріктірілгендер» бөлімінен қайтаруға болады.
set-apart = 👥 Есте сақтадым: бұлар — бөлек адамдар. Бұл жұп енді шықпайды.
merges-head =
    📜 <b>{ $title }</b>

    Біріктірілгендер, соңғысы жоғарыда:
merges-none = Әзірге ештеңе жоқ.
merge-line = • { $at }, { $by }: <b>{ $name }</b>
merge-line-undone = • { $at }, { $by }: <s>{ $name }</s>, қайтарылды
button-merge-undo = ↩️ Ажырату: { $name }
merge-undone = ↩️ Ажыратылды, тіркелім қайта күшіне енді.
notice-duplicates-found = 👯 «{ $event }»: біреу екі рет тіркелген сияқты. Қарап көріңізші.
notice-registration-twice = ℹ️ <b>{ $name }</b>: «{ $event }» іс-шарасына екінші рет жіберілген тіркелім жабылды. Қате болса, ұйымдастырушыларға жазыңыз.
notice-registration-stays = ℹ️ <b>{ $name }</b>: «{ $event }» тіркелімі күшінде. Осыған ұқсас тағы бір тіркелім жабылды, сізге ештеңе істеудің қажеті жоқ.
notice-registration-reopened = ℹ️ <b>{ $name }</b>: «{ $event }» тіркелімі қайта күшіне енді.
history-duplicate-keep = бір адамның екі тіркелімінен осы қалды
history-duplicate-end = қайталанған деп жабылды
history-duplicate-apart = қайталанған емес деп белгіленді
history-duplicate-apart-undo = «қайталанған емес» белгісі алынды
history-duplicate-undo = біріктіру қайтарылды
