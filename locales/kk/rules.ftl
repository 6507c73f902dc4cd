button-reminders = ⏰ Еске салу
button-rule-on = 🔔 Қосу
button-rule-off = 🔕 Өшіру
button-rule-add = ➕ { $name }
rules-head =
    ⏰ <b>{ $title }: еске салу</b>

    Уақытын өзгерту немесе өшіру үшін бірін басыңыз.
rule-evening-before = Ертеңгі бағдарлама
rule-before-session = Сабақ жақында басталады
rule-departure-day = Жолға шығатын күн
rule-consent-missing = Ата-ана келісімі жоқ
rule-offer-lapsing = Ұсынылған орынның уақыты бітіп барады
rule-to-participants = қатысушылар
rule-to-guardians = ата-аналар
rule-to-guardians-pending = әлі жауап бермеген ата-аналар
rule-to-family = отбасы
rule-at = сағат { $at }
rule-before = { $minutes } мин бұрын
rule-minutes = { $minutes } мин
rule-next = Келесісі: { $moment }
rule-next-none = Қазір еске салатын ештеңе жоқ.
rule-is-off = Өшірулі.
rule-line =
    <b>{ $name }</b>
    Кімге: { $to } ({ $people }) · { $when }
    { $then }
rule-ask-hour = Сағат нешеде?
rule-ask-minutes = Қанша уақыт бұрын?
rule-document-missing = Құжат жетіспейді
rule-packing = Заттарды жинайтын уақыт
rule-pickup-day = Баланы алып кететін күн
rule-days = { $days } күн бұрын
rule-days-before = басталуына { $days ->
        [one] { $days } күн
       *[other] { $days } күн
    } қалғанда, сағат { $at }
button-rule-words = ✏️ Өз сөзіміз
words-head =
    ✏️ <b>{ $name }: өз сөзіңіз</b>

    Ол әдеттегі мәтіннің орнына, не бот өзі қосатын деректердің (уақыты, орны) үстіне қойылады. ✍️ — жазу, 👁 — отбасы қалай оқитынын көру.
words-none = Қазір әдеттегі мәтін тұр.
words-ask = Осы тілдегі мәтінді жазыңызшы, { $longest } таңбадан аспасын: <b>{ $language }</b>
words-unsaved = ⚠️ Әлі сақталған жоқ. Барлық тілде қарап шығып, сақтаңыз.
button-words-save = ✅ Сақтау
button-words-usual = ↩️ Әдеттегі мәтінге қайту
words-saved = Сақталды. Отбасылар осы мәтінді оқиды.
words-usual = Енді әдеттегі мәтін тұр.
error-reminder-text = Бір мәтіндік хабарлама жіберіңізші, 600 таңбадан аспасын.
rule-opinion = Қалай өтті
button-opinions = ⭐ Отбасылардың пікірі
opinion-head = ⭐ <b>{ $event }</b>
opinion-stars = Сізге қалай болды?
opinion-again = Тағы келер ме едіңіз?
button-again-yes = 👍 Иә
button-again-maybe = 🤔 Мүмкін
button-again-no = 👎 Жоқ
opinion-line = Рақмет! Қаласаңыз, осында бірер сөз жазыңыз, { $longest } таңбадан аспасын: не ұнады, нені өзгерткен жөн? Ұйымдастырушылар оны атыңызсыз оқиды.
opinion-thanks = Рақмет, пікіріңіз жетті. Ол бізге жақсара түсуге көмектеседі.
opinions-head = ⭐ <b>{ $event }: отбасылардың пікірі</b>
opinions-none = Әзірге ешкім жауап берген жоқ. Сұрақ аяқталған күннің ертеңіне барады.
opinions-total = Жауап бергендер: { $number }, орташа баға: <b>{ $average }</b>
opinions-again = Тағы келе ме: 👍 { $yes } · 🤔 { $maybe } · 👎 { $no }
