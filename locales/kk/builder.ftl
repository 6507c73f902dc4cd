# For a native reader to check: «шарт» for a condition of a question, «құпиялылық» for how carefully answers are kept,
# «жоба» for a form that is being changed, «жария ету» for publishing it.
button-form = 📝 Сауалнама
form-head =
    📝 <b>Сауалнама</b>
    { $title }
form-version = Қазіргі нұсқасы: { $number } ({ $day })
form-version-by = Қазіргі нұсқасы: { $number } ({ $day }), жариялаған: { $name }
form-being-changed = ✏️ Төменде өзгертіліп жатқан жоба. Жарияланғанша оны оқушылар көрмейді.
form-marks = ❗ міндетті · 🔀 шартпен сұралады · ⚠️ мәтіні жоқ тіл
button-form-change = ✏️ Өзгерту
button-form-add = ➕ Сұрақ қосу
button-form-look = 👁 Қарап шығу
form-preview = 👁 <b>Оқушыға осылай көрінеді.</b> Мұндағы жауаптар ешқайда сақталмайды.
form-preview-not-sent = Бұл тек қарап шығу: ештеңе жіберілген жоқ.
button-form-undo = ↩️ Соңғы өзгерісті қайтару
button-form-publish = ✅ Жариялау
button-form-discard = 🗑 Жобаны жою
button-form-back = 📝 Сауалнамаға
button-form-title = ✏️ Сұрақтың мәтіні
button-form-hint = 💡 Түсіндірме
button-form-unhint = 💡 Түсіндірмені алып тастау
button-form-options = 🔘 Жауап нұсқалары
button-form-write-options = ✏️ Нұсқаларды жазу
button-form-required = ❗ Міндетті ету
button-form-optional = ▫️ Міндетті емес ету
button-form-care = 🔒 Құпиялылық
button-form-keep = 🗓 Сақтау мерзімі
button-form-when = 🔀 Қашан сұралады
button-form-always = Әрқашан сұралсын
form-question-head = <b>{ $number }-сұрақ</b> · { $kind }
form-no-text = ⚠️ мәтіні жоқ
form-is-required = ❗ Міндетті сұрақ
form-is-optional = ▫️ Өткізіп жіберуге болады
form-is-asked-when = 🔀 Мына жауаптан кейін ғана сұралады: «{ $title }» → { $answers }
form-has-options = 🔘 Жауап нұсқалары: { $count }
form-kind-stream = ауысым
form-kind-name = аты-жөні
form-kind-text = қысқа мәтін
form-kind-long-text = ұзақ мәтін
form-kind-birth-date = туған күні
form-kind-grade = сынып
form-kind-phone = телефон
form-kind-unit = мектеп не ұйым
form-kind-one-of = бір жауап
form-kind-several-of = бірнеше жауап
form-kind-yes-no = иә не жоқ
form-kind-number = сан
form-kind-file = файл не сурет
form-kind-consent = келісім
form-which-kind = ➕ <b>Қандай сұрақ қосамыз?</b>
form-which-care =
    🔒 <b>Жауаптарды кім көре алады?</b>

    Жеке басы мен денсаулық туралы жауаптар шифрланып сақталады, ал денсаулық туралы жауаптарды тек дәрігер көреді.
form-care-ordinary = 👁 Қарапайым жауап
form-care-personal = 👤 Жеке дерек
form-care-identity = 🪪 Жеке басын куәландыратын дерек
form-care-health = 🩺 Денсаулық туралы, тек дәрігерге
form-which-keep = 🗓 <b>Іс-шара аяқталған соң жауаптарды қанша сақтаймыз?</b>
form-keep-days = 🗓 { $days } күн
form-which-when =
    🔀 <b>Қай жауаптан кейін сұраймыз?</b>

    Бір сұрақтың бірнеше жауабын белгілеуге болады. Ештеңе белгіленбесе, сұрақ бәріне қойылады.
form-when-none = 🔀 Бұл сұрақтың алдында таңдау сұрағы жоқ. Алдымен таңдау сұрағын жоғарырақ қойыңыз.
form-options =
    🔘 <b>Жауап нұсқалары: { $count }</b>

    Нұсқаны алып тастау үшін оны басыңыз.
form-ask-title =
    ✏️ <b>{ $number }-сұрақ. { $language }</b>

    Сұрақтың мәтінін жазып жіберіңіз.
form-ask-hint =
    💡 <b>{ $number }-сұрақ. { $language }</b>

    Сұрақтың астында тұратын түсіндірмені жазып жіберіңіз.
form-ask-option =
    🔘 <b>{ $number }-сұрақ. { $language }</b>

    Жауап нұсқаларын бір хабарламаға, әрқайсысын жаңа жолға жазыңыз.
form-ask-now =
    Қазір тұрғаны:
    { $text }
form-ask-other =
    Басқа тілде былай жазылған:
    { $text }
form-ask-lines =
    Нұсқа саны: { $count }. Ретін сақтап жазыңыз:
    { $titles }
form-too-long = ⚠️ Тым ұзын. Ең көбі { $longest } таңба.
form-publish-head =
    ✅ <b>Сауалнаманы жариялау</b>
    { $title }
form-publish-nothing = Әзірге ештеңе өзгерген жоқ.
form-publish-added = ➕ Жаңа сұрақ: { $count }
form-publish-removed = ➖ Алынған сұрақ: { $count }
form-publish-changed = ✏️ Өзгерген сұрақ: { $count }
form-publish-reordered = ↕️ Сұрақтардың реті өзгерді
form-publish-gaps = Жариялау үшін мына мәтіндер жетпейді. Түймені басып, бірден жаза аласыз:
form-publish-after = Жіберілген тіркелімдер өзгермейді. Сауалнаманы қазір толтырып жатқандар: { $count }. Олардың жауаптары сақталады, тек жаңа сұрақтар қойылады.
form-publish-overtaken = ⚠️ Сіз өзгертіп жүргенде сауалнаманың жаңа нұсқасы жарияланды. Бұл жобаны жойып, қайта бастаңыз.
button-form-publish-yes = ✅ Иә, жариялансын
button-form-publish-ask = ✅ Жариялап, тіркелгендерден де сұрау: { $count }
form-gap-title = сұрақ · { $language }
form-gap-hint = түсіндірме · { $language }
form-gap-option = нұсқалар · { $language }
form-gap-few = кемінде екі нұсқа керек
form-discard-question = Жобаны жоямыз ба? Жарияланбаған өзгерістердің бәрі жойылады.
button-form-discard-yes = Иә, жойылсын
button-form-discard-no = Жоқ, қалсын
form-published =
    ✅ <b>Сауалнама жарияланды</b>
    { $title }

    Сауалнаманы толтырып жатқандар: { $count }. Олар енді жаңа нұсқамен жалғастырады.
form-step-too-many-questions = Сұрақ тым көп болып кетті. Алдымен біреуін алып тастаңыз.
form-step-too-many-options = Нұсқа тым көп. Ең көбі отыз.
form-step-fewer-options = ⚠️ Жол саны нұсқа санынан аз. Әр нұсқаны жаңа жолға, сол ретпен жазыңыз.
form-step-option-is-condition = Бұл нұсқаға басқа сұрақтың шарты байланған. Алдымен сол шартты өзгертіңіз.
form-step-question-is-condition = Бұл сұраққа басқа сұрақтың шарты байланған. Алдымен сол шартты өзгертіңіз.
form-step-question-needed = Бұл сұрақ тіркелуге керек, сондықтан ол міндетті болып қалады.
form-step-condition-first = Шартты сұрақ негізгі сұрағынан бұрын тұра алмайды.
form-step-at-the-edge = Бұдан әрі жылжытатын жер жоқ.
form-step-only-stricter = Бұл сұраққа жауап берілген болуы мүмкін. Жариялаған соң құпиялылықты тек күшейтуге болады.
form-step-only-shorter = Бұл сұраққа жауап берілген болуы мүмкін. Жариялаған соң сақтау мерзімін тек қысқартуға болады.
form-step-no-identity-papers = ⚠️ Жеке куәлік, паспорт және туу туралы куәлік көшірмелері мұнда жиналмайды. Басқа нәрсе сұраңыз немесе құжатты келген күні көріп алыңыз.
form-step-text-needed = ⚠️ Мәтінді жазып жіберіңіз.
error-form-step = Бұлай өзгертуге болмайды.
error-form-incomplete = Сауалнама әлі толық емес, оны жариялауға болмайды.
error-form-overtaken = Сауалнаманың жаңа нұсқасы жарияланып қойған. Жобаны жойып, қайта бастаңыз.
button-new-questions = ✍️ Жаңа сұрақтарға жауап беру
notice-form-asks = ✍️ <b>{ $name }</b>: «{ $event }» сауалнамасына жаңа сұрақ қосылды. Бұрынғы жауаптарыңыз сақталды, тек жаңасына жауап беріңіз.
history-registration-supplement = жаңа сұрақтарға жауап берілді
