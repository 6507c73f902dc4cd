# For a native reader to check: «мені де қызықтырады» for «me too», «сұрақты қайтарып алу» for taking a question back.
button-ask-speakers = 🙋 Спикерге сұрақ
questions-day =
    🙋 <b>Спикерлерге сұрақтар</b>
    { $day } · { $title }

    Сабақты басыңыз: басқалар не сұрап жатқанын оқып, өз сұрағыңызды қойыңыз.
questions-day-none =
    🙋 <b>Спикерлерге сұрақтар</b>
    { $day } · { $title }

    Бұл күні сұрақ қоятын сабақ жоқ.
questions-board =
    🙋 <b>Спикерге сұрақтар</b>
    { $icon } { $title }
questions-board-none = Әзірге ешкім сұрақ қойған жоқ. Бірінші болыңыз!
question-own-new =
    ✍️ Сіздің сұрағыңыз: { $words }
    ⏳ Оны алдымен ұйымдастырушылар оқиды.
question-own-hidden =
    ✍️ Сіздің сұрағыңыз: { $words }

    🙈 Ұйымдастырушылар оны көрсетпеуді шешті. Маңызды болса, тіркелім экранындағы «Лагерьден сұрау» түймесін басып жазыңыз.
question-line = ❓ { $words } · 👥 { $people }
question-line-own = ❓ { $words } · 👥 { $people } · сіздікі
question-answer = 💬 { $answer }
button-question-ask = ✍️ Сұрақ қою
button-question-change = ✏️ Сұрақты өзгерту
button-question-drop = ↩️ Сұрақты қайтарып алу
button-question-too = 👍 Мені де қызықтырады: { $words }
button-question-not = ✅ Енді қызықтырмайды: { $words }
question-ask = ✍️ Осы сабақ туралы бір сұрақ жазыңыз, 300 таңбаға дейін: { $title }. Спикер оны атыңызсыз көреді, ал жауабын қызыққандардың бәрі оқиды.
notice-question-answered =
    💬 <b>Сұраққа жауап берілді</b>
    { $title } · { $event }

    ❓ { $words }
    💬 { $answer }
notice-session-asked = 🙋 Сабақ туралы жаңа сұрақтар бар: { $title }. { $event }
button-moderate = 🙋 Спикерлерге сұрақтар
moderate =
    🙋 <b>Спикерлерге сұрақтар</b>
    { $title }

    Жаңасы: { $count }. 🆕 — әлі ешкім қарамаған, 👁 — қатысушылар мен спикер көреді, 🙈 — жасырылған, 💬 — жауап берілген.
moderate-none =
    🙋 <b>Спикерлерге сұрақтар</b>
    { $title }

    Әзірге ешкім сұрақ қойған жоқ. Қатысушылар сұрақты өз кестесінен қояды.
moderate-question =
    ❓ <b>{ $words }</b>

    Сұраған: { $name }. Қызыққан адам саны: { $people }. Кім сұрағанын тек ұйымдастырушылар көреді.
moderate-new = 🆕 Әзірге ұйымдастырушылардан басқа ешкім көрмейді.
moderate-shown = 👁 Сабаққа қатысушылар мен спикер сұрақты көреді, бірақ кім қойғанын білмейді.
moderate-hidden = 🙈 Ұйымдастырушылардан басқа ешкім көрмейді.
button-moderate-show = 👁 Көрсету
button-moderate-hide = 🙈 Жасыру
button-moderate-answer = 💬 Жауап беру
button-moderate-again = ✏️ Жауапты түзету
moderate-ask =
    💬 Жауабын жазыңыз, 1000 таңбаға дейін. Оны сабаққа қатысушылардың бәрі оқи алады, ал сұрағандар мен қызыққандарға хабарлама барады.

    ❓ { $words }
moderate-problem = Бос не тым ұзын: 1-ден 1000 таңбаға дейін жазыңыз.
speaker-questions = 🙋 <b>Не сұрап жатыр</b>
