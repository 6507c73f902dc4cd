question-head =
    { $title } · { $section }
    { $position }/{ $total }
answer-now = Қазіргі жауап: <b>{ $answer }</b>
answer-missing = —
how-name = ✍️ Алдымен тегін, сосын атын жазыңыз.
how-birth-date = 👇 Таңдаңыз немесе былай жазыңыз: 17.05.2012
how-unit = 👇 Тізімнен таңдаңыз немесе атауының бір бөлігін жазыңыз.
how-several-of = 👇 Бірнешеуін белгілеп, соңында «Дайын» түймесін басыңыз.
how-file = 📎 Сурет немесе 20 МБ-қа дейінгі PDF. Жеке куәлік, төлқұжат, туу туралы куәлік жібермеңіз: ондай құжаттардың көшірмесін сұрамаймыз.
how-phone = 📱 Төмендегі түймені басыңыз немесе нөмірді жазыңыз.
how-long-text = ✍️ Жазып жіберіңіз.
button-skip = Өткізіп жіберу ➡
button-onward = Әрі қарай ➡
button-cancel-draft = ✖️ Бас тарту
button-cancel-draft-yes = Иә, жауаптар өшірілсін
button-keep-draft = Жоқ, жалғастыру
button-submit = ✅ Жіберу
button-edit = ✏️ Жауапты түзету
button-share-phone = 📱 Нөмірімді жіберу
phone-press-below = 👇 Нөмірді жіберетін түйме осында.
phone-done = 👍 Жақсы, жалғастырайық.
review-head =
    <b>{ $title }</b>
    Жауаптарды тексеріңіз:
review-foot = Бәрі дұрыс па? Онда «Жіберу» түймесін басыңыз.
review-missing = Әлі жауап берілмеген сұрақтар бар.
edit-which = Қай жауапты түзетеміз?
cancel-draft-question = «{ $title }» сауалнамасынан бас тартасыз ба? Жауаптар жіберілмейді.
draft-cancelled = Сауалнама тоқтатылды, ештеңе жіберілген жоқ. Ойыңыз өзгерсе, қайта бастай аласыз.
form-agree = ✅ Келісемін
form-agreed = келісемін
form-disagree = Келіспеймін
form-back-to-list = ⬅ Тізімге оралу
form-document = құжат
form-photo = сурет
form-done = Дайын ({ $count })
form-level-back = ⬅ Бір саты жоғары
form-month = { $month ->
        [1] Қаңтар
        [2] Ақпан
        [3] Наурыз
        [4] Сәуір
        [5] Мамыр
        [6] Маусым
        [7] Шілде
        [8] Тамыз
        [9] Қыркүйек
        [10] Қазан
        [11] Қараша
       *[12] Желтоқсан
    }
form-more = Тағы ➡ { $page }/{ $pages }
form-previous = ⬅ { $page }/{ $pages }
form-no = Жоқ
form-yes = Иә
form-not-listed = 🔎 Тізімде жоқ
form-nothing-chosen = ештеңе таңдалмады
form-skipped = —
form-stream = { $title }, { $days }
form-stream-places = { $title }, { $days } · бос орын: { $places }
form-stream-waitlist = { $title }, { $days } · күту тізімі
form-unit-inside = { $title } ({ $inside })
form-unknown = белгісіз
form-write-title = ✍️ Атауын жазып жіберіңіз
form-known = ✓ <b>Өткен жолғыдай.</b> Дайын жауап саны: { $count }. Жіберер алдында бәрін көріп, өзгерте аласыз.
