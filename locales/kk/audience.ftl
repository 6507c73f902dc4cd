# For a native reader to check: «жасақ» for a squad, «орны бар» for who has a place in a session, «шарт» for what people are chosen by.
# For a native reader to check: «сақталған алушылар» for audiences that have a name.
button-audience = 👥 Кімдер алатынын таңдау
button-audience-session = 🎟 Сабақ
button-audience-squad = 🚩 Жасақ
button-audience-back = ⬅ Кімдер алады
button-audience-only-unit = ✅ Тек осыған
button-audience-only-session = ✅ Тек орны барларға
button-audience-only-waiting = ✅ Тек орын күтіп тұрғандарға
button-audience-only-squad = ✅ Тек осы жасаққа
button-audience-only-person = ✅ Осы адамға жазу
button-audience-without = ➖ Осылардан басқасына
button-audience-off = ↩️ Бұл шартты алып тастау
button-audience-waiting = ⏳ Орын күтіп тұрғандар
audience-head = <b>👥 Кімдер алады</b>
audience-count = <b>Қазір: { $number } адам</b>
audience-nobody = <b>Қазір: ешкім жоқ</b>
audience-roles = 👥 { $roles }
audience-no-role = 👥 Ешкім таңдалмаған: «Кімге» түймесін басыңыз
audience-no-language = бірде-бір тіл жоқ
audience-role-student = қатысушылар
audience-role-guardian = олардың ата-аналары
audience-role-coordinator = мектеп үйлестірушілері
audience-role-staff = команда
audience-only-unit = 📍 Тек: { $titles }
audience-only-session = 🎟 Тек орны барлар: { $titles }
audience-only-waiting = ⏳ Орын күтіп тұрғандар: { $titles }
audience-only-squad = 🚩 Тек: { $titles }
audience-only-person = 🙋 Тек: { $titles }
audience-also = ➕ Тағы: { $titles }
audience-without = ➖ Мыналар алмайды: { $titles }
audience-gone = енді жоқ
audience-choose-session = Хабарландыру қай сабақ туралы? Мұнда алдын ала жазылатын сабақтар тұр.
audience-none-session = Әзірге алдын ала жазылатын сабақ жоқ. Сабақтың орын саны белгіленсе, осында шығады.
audience-choose-squad = Қай жасаққа арналған?
audience-none-squad = Жасақтар әлі жоқ.
audience-card-unchosen =
    { $title }

    Тек осыларға жазамыз ба, әлде осылардан басқасына ма?
audience-card-only =
    ➕ { $title }

    Хабарландыру осыларға арналған.
audience-card-without =
    ➖ { $title }

    Хабарландыру бұларға бармайды.
button-audience-person = 🙋 Аты бойынша
audience-ask-person = 🙋 Аты-жөнінің бір бөлігін жазыңыз. Таңдалған адам ауысымы мен күйіне қарамай хабарландыруды алады; қатысудан бас тартқандар мұнда шықпайды.
audience-found = Осылардың қайсысы? Қосу үшін басыңыз.
audience-next-person = 🙋 Тағы біреуді қосқыңыз келсе, оның аты-жөнін жаза беріңіз.
button-saved = ⭐ Сақталғандар
button-saved-new = ➕ Осы таңдауды сақтау
button-saved-use = ✅ Осыны алу
button-saved-rename = ✏️ Атын өзгерту
button-saved-drop = 🗑 Жою
button-saved-undo = ↩️ Қайтару
saved =
    <b>⭐ Сақталған алушылар</b>

    Кім сай келетіні әр жолы жаңадан қаралады.
saved-none =
    <b>⭐ Сақталған алушылар</b>

    Әзірге бос. Хабарландыруды кім алатынын таңдап, сол таңдауға ат қойып сақтаңыз: оны басқа күні де қолдана аласыз.
saved-one = <b>⭐ { $name }</b>
saved-dropped = 🗑 Жойылды: { $name }
saved-ask = ⭐ Бұл таңдауды қалай атаймыз? Атын жазыңыз, мысалы: 3-автобустың ата-аналары
saved-ask-again = ✏️ Қазіргі аты: <b>{ $name }</b>. Жаңа атын жазыңыз.
audience-card-person =
    🙋 { $name }

    Осы адамға жазамыз ба, әлде одан басқалардың бәріне ме?
