# For a native reader to check: «бірер сөз» for a line, «жылы өтті» for friendly.
button-feedback = ⭐ Сабақтарды бағалау
feedback-asked =
    ⭐ <b>Күн қалай өтті?</b>
    { $day } · { $event }

    Өзіңіз қатысқан сабақтарды 1-ден 5-ке дейін бағалаңыз. Кім қандай баға қойғанын спикер де, ұйымдастырушылар да көрмейді.
feedback-day =
    ⭐ <b>Сіздің бағаларыңыз</b>
    { $day } · { $title }
feedback-thanks = Рақмет! Бағаны іс-шара біткен күннің ертеңіне дейін өзгертуге болады.
feedback-none = Қазір бағалайтын сабақ жоқ: сабақты өткеннен кейін бағалауға болады.
feedback-ask-stars = Қалай болды? 1-ден 5-ке дейін.
feedback-ask-tag = Рақмет! Қай сөз дәлірек келеді?
feedback-own-words = ✍️ { $words }
feedback-ask-words = ✍️ Осы сабақ туралы бірер сөз жазыңыз, 300 таңбаға дейін: { $title }. Ұйымдастырушылар оны атыңызсыз оқиды.
feedback-tag-interesting = 💡 қызықты
feedback-tag-useful = 🛠 пайдалы
feedback-tag-friendly = 🤝 жылы өтті
feedback-tag-boring = 😴 қызықсыз
feedback-tag-hard = 🧩 қиын
feedback-tag-long = ⏳ тым ұзақ
button-feedback-write = ✍️ Бірер сөз жазу
button-feedback-day = ⬅ Күннің басқа сабақтары
error-feedback-text = 1-ден 300 таңбаға дейін жазыңыз.
rule-feedback = Күн қалай өтті
button-survey = ⭐ Сабақ бағалары
survey =
    ⭐ <b>Қатысушылардың бағалары</b>
    { $title }

    Жауап саны: { $count }. Толығырақ көру үшін сабақты басыңыз.
survey-none =
    ⭐ <b>Қатысушылардың бағалары</b>
    { $title }

    Әзірге бірде-бір сабақ өткен жоқ. «Күн қалай өтті» еске салуы қосулы болса, қатысушылардан кеш сайын сұраймыз.
survey-nobody = Әзірге ешкім жауап берген жоқ.
survey-mean = ★ <b>{ $mean }</b> · жауап саны: { $count }
survey-words = 💬 <b>Не жазды</b>
survey-line = — { $words }
survey-stars = Баға: { $stars }
survey-tag-interesting = қызықты
survey-tag-useful = пайдалы
survey-tag-friendly = жылы өтті
survey-tag-boring = қызықсыз
survey-tag-hard = қиын
survey-tag-long = тым ұзақ
button-survey-picture = 📊 Сурет түрінде
button-survey-table = 📄 Кесте түрінде (XLSX)
survey-table = ⭐ Сабақтардың бағалары. Мұнда есімдер жоқ.
survey-sheet = Бағалар
survey-column-day = Күні
survey-column-time = Уақыты
survey-column-title = Сабақ
survey-column-speaker = Спикер
survey-column-number = Жауап саны
survey-column-average = Орташа
survey-column-words = Не жазды
speaker-figures = ⭐ <b>Қатысушылардың пікірі</b>
error-asked-already = Әр сабаққа бір сұрақ қоюға болады. Сіздікі қаралып қойды, енді өзгертілмейді.
error-question-text = Бір жолға, 1-ден 300 таңбаға дейін жазыңыз.
