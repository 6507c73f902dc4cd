# For a native reader to check: «тәлімгер» for a squad's leader, «бөлу» for spreading children over squads.
button-squads = 🚩 Жасақтар
button-squads-make = ➕ Жасақ құру
button-squads-count = { $count } × { $places } орын
button-squads-waiting = 🙋 Жасақсыз: { $count }
button-squads-spread = 🪄 Жасақтарға бөлу
button-squads-spread-yes = ✅ Бөлу: { $count }
button-squads-mixed = 🌈 Мектептер аралас
button-squads-together = 🏫 Мектептер бірге
button-squad-out = ✖️ Жасақтан шығару
button-squad-new = 🚩 Қазіргі жасағы
button-squad-old = 🚩 Бұрынғы жасағы
button-squad-name = ✏️ Атауы
button-squad-places = 🔢 Орын саны
button-squad-end = 🗑 Жасақты жабу
button-squad-end-yes = 🗑 Иә, жабылсын
squad-number = { $number }-жасақ
squads-head = 🚩 <b>Жасақтар</b>: { $title }
squads-none = Әзірге жасақ жоқ. «Жасақ құру» түймесін басыңыз: бәрі бірден құрылады, атауы мен орын санын кейін өзгертуге болады.
squads-without = Жасақсыз: { $count }
squads-made = ✅ Құрылған жасақ саны: { $count }. Тәлімгер әр жасақтың өз бетінен шақырылады.
squads-spread = ✅ Жасақтарға бөлінді: { $count }.
squads-undone = ↩️ Бұрынғыдай болды.
squads-which-stream = Қай ауысымға?
squads-how-many = <b>{ $stream }</b>: { $capacity } орын. Неше жасақ құрамыз, әрқайсысы қандай болсын? Екеуін де кейін өзгертуге болады.
squads-schools =
    Балаларды қалай бөлейік? Жасақтар тең толады, сыныптар да, ұлдар мен қыздар да барынша тең араласады.

    🌈 бір мектептің балалары әр жасаққа түсіп, жаңа дос табады
    🏫 бір мектептің балалары бір жасақта болады
squads-preview = 🪄 <b>Былай болады</b> ({ $schools }). Әзірге ештеңе өзгерген жоқ; бөлінетіні: { $placed }.
squads-mixed = мектептер аралас
squads-together = мектептер бірге
squads-left = ⚠️ Орын жетпегені: { $count }. Тағы жасақ құрыңыз немесе орын қосыңыз.
squads-waiting-head = 🙋 <b>Жасақсыз</b>: { $count }. Жасақ таңдау үшін аты-жөнін басыңыз.
squad-line = { $squad }: { $members } / { $places }
squad-after = { $squad }: { $before } → <b>{ $after }</b> / { $places }
squad-grades = сынып бойынша { $grades }
squad-head = 🚩 <b>{ $squad }</b>: { $members } / { $places }
squad-leaders = 🧭 Тәлімгерлер: { $names }
squad-no-leaders = 🧭 Әзірге тәлімгер жоқ.
squad-empty = Мұнда ешкім жоқ.
squad-move = Қайда ауыстырамыз: <b>{ $name }</b>?
squad-moved = ✅ Ауыстырылды.
squad-taken-out = ✅ Енді жасақсыз.
squad-ask-name = ✏️ <b>{ $squad }</b> ({ $members } / { $places }): қалай атаймыз? Атауын жазыңыз, 40 таңбадан аспасын.
squad-ask-places = 🔢 <b>{ $squad }</b>: неше орын болсын? Қазір бәрі { $places }, алынғаны { $members }. Санын жазыңыз.
squad-end-question = <b>{ $squad }</b>: жабылсын ба? Мұнда ешкім жоқ; тәлімгерлерінің рөлі аяқталады.
button-squad-invite = ➕ Тәлімгер шақыру
button-squad-calls = 📞 Ата-аналардың телефоны
button-leader = 🧭 Менің жасағым
role-leader = тәлімгер
squad-link =
    🔗 Тәлімгерге сілтеме: <b>{ $squad }</b>
    { $title }

    { $link }

    Бір рет қана ашылады, мерзімі: { $until }. Сілтемені ашқан адам тек осы жасақты көреді: аты-жөні, сыныбы, мектебі, ата-анасының телефоны. Рөлі іс-шарамен бірге аяқталады.
squad-link-share = Сізді тәлімгер болуға шақырады: { $squad }, { $title }
squad-dismiss = <b>{ $name }</b> бұдан былай тәлімгер болмайды: { $squad }. Жалғастырамыз ба?
notice-leader-joined = 🧭 <b>{ $name }</b> тәлімгер болды: { $squad }. Бөтен адам болса, жасақтың бетінен шығарып тастаңыз.
leader-own = 🧭 <b>Сіздің жасақтарыңыз</b>
leader-none = 🧭 Қазір сізде жасақ жоқ.
leader-squad =
    🧭 <b>{ $squad }</b>: { $count }
    { $title }

    Сіз осы жасақтың тәлімгерісіз. Аты-жөні мен телефон тек балаларға қамқорлық үшін берілген, өтінеміз, ешкімге бермеңіз.
squad-calls = 📞 <b>{ $squad }</b>: ата-аналар. Бұл тізімді кім ашқаны жазылып отырады.
squad-call = { $guardian }: { $phone }
family-squad = 🚩 Жасағы: <b>{ $squad }</b>
family-squad-led = 🚩 Жасағы: <b>{ $squad }</b>, тәлімгері: { $leaders }
error-squad-unknown = Мұндай жасақ жоқ немесе бірнешеу. Алдымен жасақ құрыңыз не нөмірімен жазыңыз.
error-squad-full = Бұл жасақта орын қалмаған. Орын қосыңыз немесе басқасын таңдаңыз.
error-squad-not-empty = Жасақта балалар бар. Алдымен оларды ауыстырыңыз.
error-squad-text = Атауы 40 таңбадан аспасын, ал орын саны алынғанынан аз да, 200-ден көп те болмасын. Қайта жазып көріңіз.
button-squad-day = 🗓 Жасағымның күні
leader-day =
    🗓 <b>{ $squad }</b>, { $day }
    { $title }
leader-day-none = Бұл күні жасағыңыздың кестесінде ештеңе жоқ.
