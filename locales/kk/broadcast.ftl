button-broadcasts = 📣 Барлық хабарландыру
button-broadcast-new = ➕ Жаңа хабарландыру
button-newer = ⬅ Жаңалары
button-older = Ескілері ➡
button-skip-language = Бұл тілді өткізіп жіберу
button-broadcast-draft = 📝 Жобаға оралу
button-broadcast-event = 🏕 Іс-шара
button-broadcast-stream = 📅 Ауысым
button-broadcast-status = 📋 Күйі
button-broadcast-role = 👥 Кімге
button-broadcast-language = 🌐 Тіл
button-broadcast-done = ✅ Дайын
button-broadcast-bare = 🖼 Қосылғанын алып тастау
button-broadcast-check = 👁 Тексеру және жіберу
button-broadcast-look = 👁 { $language }
button-broadcast-send = 📣 Жіберу: { $number }
button-broadcast-marked = 📣 Белгі қойып жіберу: { $number }
button-broadcast-undo = ↩️ Кері қайтару
button-broadcast-stop = ⛔ Тоқтату
button-broadcast-refresh = 🔄 Жаңарту
button-broadcast-retry = 🔁 Жетпегендерге қайта жіберу: { $number }
button-broadcast-drop = 🗑 Жобаны жою
button-broadcast-drop-yes = 🗑 Иә, жойылсын
broadcasts =
    <b>📣 Хабарландырулар</b>
    { $programme }

    Біреуін ашыңыз немесе жаңасын жазыңыз.
broadcasts-none =
    <b>📣 Хабарландырулар</b>
    { $programme }

    Әзірге бірде-бір хабарландыру жоқ.
broadcast-line-composing = 📝 { $start }
broadcast-line-scheduled = ⏱ { $moment } · { $start }
broadcast-line-sending = 📤 { $sent }/{ $recipients } · { $start }
broadcast-line-stopped = ⛔ { $sent }/{ $recipients } · { $start }
broadcast-line-sent = ✅ { $sent }/{ $recipients } · { $start }
broadcast-start = «{ $text }»
broadcast-empty = бос жоба
broadcast-ask-kk = ✍️ <b>Хабарландыруды қазақ тілінде жазыңыз.</b>
broadcast-ask-ru = ✍️ <b>Хабарландыруды орыс тілінде жазыңыз.</b>
broadcast-ask-en = ✍️ <b>Хабарландыруды ағылшын тілінде жазыңыз.</b>
broadcast-how = Қалың қаріп, сілтеме сияқты безендірулер сақталады. Қаласаңыз, құжат не 10 суретке дейін жіберіп, мәтінді соның астына жазыңыз: олар барлық тілдегі мәтінмен бірге барады. Ең көбі { $longest } таңба.
broadcast-now = Қазіргі мәтіні:
broadcast-text-needed = ⚠️ Мәтін жіберіңіз немесе сурет не құжат жіберіп, мәтінді соның астына жазыңыз.
broadcast-too-long = ⚠️ Мәтін тым ұзын: { $length } таңба, ал ең көбі { $longest } таңба сыяды. Ештеңе өзгерген жоқ. Қысқартып, қайта жіберіңізші.
broadcast-draft = <b>📝 Хабарландыру: жоба</b>
broadcast-whom = <b>Кімдер алады</b>
broadcast-no-text-yet = мәтін әлі жоқ
broadcast-photo = 🖼 Суретімен
broadcast-drop-question = Мына жобаны жоямыз ба: { $start }? Оны кейін қайтара алмайсыз.
broadcast-for-event = 🏕 { $event }
broadcast-for-events = 🏕 Бағдарламаның барлық іс-шарасы
broadcast-for-stream = 📅 { $stream }
broadcast-for-streams = 📅 Барлық ауысым
broadcast-for-statuses = 📋 { $statuses }
broadcast-for-no-status = 📋 Күй таңдалмаған
broadcast-for-language = 🌐 Тек мына тілде оқитындар: { $language }
broadcast-for-languages = 🌐 Барлық тіл
broadcast-status-confirmed = расталған
broadcast-status-pending = ұйымдастырушы шешімін күтіп тұр
broadcast-status-awaiting-guardian = ата-ана келісімін күтіп тұр
broadcast-status-returned = түзетуге қайтарылған
broadcast-status-waitlisted = күту тізімінде
broadcast-choose-event = Хабарландыру қай іс-шара туралы?
broadcast-choose-stream = Қай ауысымға?
broadcast-choose-status = Күйі қандай тіркелімдер? Бірнешеуін таңдауға болады.
broadcast-choose-role = Олар кімдер? Бірнешеуін таңдауға болады.
broadcast-choose-language = Қай тілде оқитындарға? Әркім мәтінді өз тілінде алады.
broadcast-check = <b>👁 Жібермес бұрын тексеріңіз</b>
broadcast-people = <b>Алушылар саны: { $number }</b>
broadcast-count-student = • қатысушылар: { $number } ({ $languages })
broadcast-count-guardian = • ата-аналар: { $number } ({ $languages })
broadcast-count-both = • әрі қатысушы, әрі ата-ана: { $number } ({ $languages })
broadcast-count-coordinator = • мектеп үйлестірушілері: { $number } ({ $languages })
broadcast-count-staff = • команда: { $number } ({ $languages })
broadcast-names = Мысалы: { $names }
broadcast-takes = ⏱ Жіберуге кететін уақыт: { $duration }
broadcast-a-minute = бір минуттан аз
broadcast-minutes = шамамен { $minutes } минут
broadcast-nobody = ⚠️ <b>Қазір бұған сай келетін ешкім жоқ.</b> Артқа қайтып, басқа күй, ауысым не тіл қосыңыз.
broadcast-missing-kk = ⚠️ <b>Қазақша мәтін жоқ.</b> Қазақша оқитындар: { $number }.
broadcast-missing-ru = ⚠️ <b>Орысша мәтін жоқ.</b> Орысша оқитындар: { $number }.
broadcast-missing-en = ⚠️ <b>Ағылшынша мәтін жоқ.</b> Ағылшынша оқитындар: { $number }.
# For a native reader to check: «жоғарғы жол» for the line above the text.
broadcast-missing-remedy = Мәтінін қосыңыз не белгі қойып жіберіңіз: сонда бұл адамдар хабарландыруды басқа тілде алады, оны ең жоғарғы жол ескертеді.
broadcast-mark-kk = <i>ℹ️ Бұл хабарландыру қазақ тілінде.</i>
broadcast-mark-ru = <i>ℹ️ Бұл хабарландыру орыс тілінде.</i>
broadcast-mark-en = <i>ℹ️ Бұл хабарландыру ағылшын тілінде.</i>
broadcast-undone = Кері қайтарылды: ешкім ештеңе алған жоқ. Хабарландыру қайтадан жоба болды.
broadcast-head-scheduled =
    <b>⏱ { $seconds } секундтан кейін жіберіледі</b>

    Оған дейін кері қайтара аласыз.
broadcast-head-sending = <b>📤 Хабарландыру жіберіліп жатыр</b>
broadcast-head-stopping = <b>⛔ Тоқтатылды; жолға шыққан соңғы хабарламалар жетіп жатыр</b>
broadcast-head-stopped = <b>⛔ Хабарландыру тоқтатылды</b>
broadcast-head-sent = <b>✅ Хабарландыру жіберілді</b>
broadcast-left = ⏱ Қалған уақыт: { $duration }
broadcast-figure-recipients = 👥 Алушылар: <b>{ $number }</b>
broadcast-figure-sent = ✅ Жіберілді: <b>{ $number }</b>
broadcast-figure-waiting = ⏳ Кезекте: { $number }
# For a native reader to check: «бұғаттаған» for a blocked bot, and the ending of «Telegram-нан».
broadcast-figure-unreachable = 📵 Ботты бұғаттаған немесе Telegram-нан кеткен: { $number }
broadcast-figure-unknown = ❔ Жіберілді, бірақ Telegram растамады: { $number }
broadcast-figure-failed = ⚠️ Жіберілмей қалды: { $number }
broadcast-figure-expired = ⌛ Мерзімі өтіп кетті: { $number }
broadcast-figure-stopped = ⛔ Жіберілмей тоқтатылды: { $number }
broadcast-figure-held = 🌙 Кешкі жинақты күтіп тұр: { $number }
broadcast-figure-kept = 📥 Тізімде тұр, жіберілген жоқ (тек шұғылын қалайды): { $number }
