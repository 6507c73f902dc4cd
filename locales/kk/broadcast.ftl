button-broadcasts = 📣 Барлық хабарландыру
button-broadcast-new = ➕ Жаңа хабарландыру
button-newer = ◀ Жаңалары
button-older = Ескілері ▶
button-skip-language = Бұл тілді өткізіп жіберу
button-broadcast-draft = 📝 Жобаға оралу
button-broadcast-event = 🏕 Іс-шара
button-broadcast-stream = 📅 Ауысым
button-broadcast-status = 📋 Күйі
button-broadcast-role = 👥 Кімге
button-broadcast-language = 🌐 Тіл
button-broadcast-done = ✅ Дайын
button-broadcast-bare = 🖼 Суретті алып тастау
button-broadcast-check = 👁 Тексеріп жіберу
button-broadcast-look = 👁 { $language }
button-broadcast-send = 📣 Жіберу: { $number }
button-broadcast-marked = 📣 Белгі қойып жіберу: { $number }
button-broadcast-undo = ↩️ Жіберуді болдырмау
button-broadcast-stop = ⛔ Тоқтату
button-broadcast-refresh = 🔄 Жаңарту
button-broadcast-retry = 🔁 Жетпегендерін қайта жіберу: { $number }
button-broadcast-drop = 🗑 Жобаны жою
button-broadcast-drop-yes = 🗑 Иә, жойылсын
broadcasts =
    <b>📣 Хабарландырулар</b>
    { $programme }

    Біреуін ашыңыз немесе жаңасын жазыңыз.
broadcasts-none =
    <b>📣 Хабарландырулар</b>
    { $programme }

    Әзірге ештеңе хабарланған жоқ.
broadcast-line-composing = ✏️ { $start }
broadcast-line-scheduled = ⏱ { $start }
broadcast-line-sending = 📤 { $sent }/{ $recipients } · { $start }
broadcast-line-stopped = ⛔ { $sent }/{ $recipients } · { $start }
broadcast-line-sent = ✅ { $sent }/{ $recipients } · { $start }
broadcast-start = «{ $text }»
broadcast-empty = бос жоба
broadcast-ask-kk = ✍️ <b>Хабарландыруды қазақ тілінде жазыңыз.</b>
broadcast-ask-ru = ✍️ <b>Хабарландыруды орыс тілінде жазыңыз.</b>
broadcast-ask-en = ✍️ <b>Хабарландыруды ағылшын тілінде жазыңыз.</b>
broadcast-how = Қалың қаріп, сілтеме және басқа безендіру сақталады. Мәтінді бір суреттің астына жазып жіберуге де болады: сурет барлық тілде бірге барады. Ең көбі: { $longest } таңба.
broadcast-now = Қазір былай жазылған:
broadcast-text-needed = ⚠️ Мәтін жіберіңіз немесе суреттің астына мәтін жазып жіберіңіз.
broadcast-too-long = ⚠️ Мәтін ұзақ: { $length } таңба, ал сыятыны: { $longest } (сурет астына одан аз сыяды). Ештеңе өзгерген жоқ. Қысқартып, қайта жіберіңіз.
broadcast-draft = <b>📝 Хабарландыру: жоба</b>
broadcast-whom = <b>Кімдер алады</b>
broadcast-no-text-yet = мәтін әлі жоқ
broadcast-photo = 🖼 Суретімен
broadcast-drop-question = Мына жобаны жоямыз ба: { $start }? Оны қайтару мүмкін болмайды.
broadcast-for-event = 🏕 { $event }
broadcast-for-events = 🏕 Бағдарламаның барлық іс-шарасы
broadcast-for-stream = 📅 { $stream }
broadcast-for-streams = 📅 Барлық ауысым
broadcast-for-statuses = 📋 { $statuses }
broadcast-for-no-status = 📋 Күйі таңдалмаған
broadcast-for-both = 👥 Оқушылар мен ата-аналар
broadcast-for-student = 👥 Тек оқушылар
broadcast-for-guardian = 👥 Тек ата-аналар
broadcast-for-language = 🌐 Тек мына тілде оқитындар: { $language }
broadcast-for-languages = 🌐 Барлық тіл
broadcast-status-confirmed = расталған
broadcast-status-pending = ұйымдастырушыны күтуде
broadcast-status-awaiting-guardian = ата-ана келісімін күтуде
broadcast-status-returned = түзетуге қайтарылған
broadcast-status-waitlisted = күту тізімінде
broadcast-choose-event = Хабарландыру қай іс-шара туралы?
broadcast-choose-stream = Қай ауысымға?
broadcast-choose-status = Қандай тіркелімдер? Бірнешеуін таңдауға болады.
broadcast-choose-role = Оқушыларға ма, ата-аналарға ма, әлде екеуіне де ме?
broadcast-choose-language = Қай тілде оқитындарға? Әркім мәтінді өз тілінде алады.
broadcast-check = <b>👁 Жібермес бұрын тексеріңіз</b>
broadcast-people = <b>Алушылар саны: { $number }</b>
broadcast-count-student = • оқушылар: { $number } ({ $languages })
broadcast-count-guardian = • ата-аналар: { $number } ({ $languages })
broadcast-count-both = • әрі оқушы, әрі ата-ана: { $number } ({ $languages })
broadcast-names = Мысалы: { $names }
broadcast-takes = ⏱ Жіберуге кететін уақыт: { $duration }
broadcast-a-minute = бір минутқа жетпейді
broadcast-minutes = шамамен { $minutes } минут
broadcast-nobody = ⚠️ <b>Бұл таңдауға қазір ешкім сай келмейді.</b> Артқа қайтып, күй, ауысым немесе тіл қосыңыз.
broadcast-missing-kk = ⚠️ <b>Қазақша мәтін жоқ.</b> Қазақша оқитындар: { $number }.
broadcast-missing-ru = ⚠️ <b>Орысша мәтін жоқ.</b> Орысша оқитындар: { $number }.
broadcast-missing-en = ⚠️ <b>Ағылшынша мәтін жоқ.</b> Ағылшынша оқитындар: { $number }.
broadcast-missing-remedy = Мәтінді қосыңыз немесе белгі қойып жіберіңіз: олар хабарды басқа тілде алады, ал жоғарғы жол оны ескертеді.
broadcast-mark-kk = <i>ℹ️ Бұл хабарландыру қазақ тілінде.</i>
broadcast-mark-ru = <i>ℹ️ Бұл хабарландыру орыс тілінде.</i>
broadcast-mark-en = <i>ℹ️ Бұл хабарландыру ағылшын тілінде.</i>
broadcast-undone = Жіберілмейтін болды: ешкім ештеңе алған жоқ. Хабарландыру қайтадан жоба күйінде.
broadcast-head-scheduled =
    <b>⏱ { $seconds } секундтан кейін жіберіледі</b>

    Оған дейін жіберуді болдырмауға болады.
broadcast-head-sending = <b>📤 Хабарландыру жіберіліп жатыр</b>
broadcast-head-stopping = <b>⛔ Тоқтатылды; жолға шыққан соңғы хабарлар жетіп жатыр</b>
broadcast-head-stopped = <b>⛔ Хабарландыру тоқтатылды</b>
broadcast-head-sent = <b>✅ Хабарландыру жіберілді</b>
broadcast-left = ⏱ Қалған уақыт: { $duration }
broadcast-figure-recipients = 👥 Алушылар: <b>{ $number }</b>
broadcast-figure-sent = ✅ Жіберілді: <b>{ $number }</b>
broadcast-figure-waiting = ⏳ Кезекте: { $number }
broadcast-figure-unreachable = 🚫 Ботты бұғаттаған немесе Telegram-нан кеткен: { $number }
broadcast-figure-unknown = ❔ Жіберілді, бірақ Telegram растамады: { $number }
broadcast-figure-failed = ⚠️ Жіберілмей қалды: { $number }
broadcast-figure-expired = ⌛ Мерзімі өтіп кетті: { $number }
broadcast-figure-stopped = ✋ Жіберілмей тоқтатылды: { $number }
