# For a native reader to check: «жазысу» for a conversation with the camp; «Бұлай болмауы керек» on the report button.
error-two-adults = Балалардың сұрағына лагерьдің кемінде екі ересегі көріп тұрғанда жауап беріледі. Қазір олар екеуге жетпейді. Ата-анаңыз осында жазсын: жауап дәл солай келеді.
error-thread-text = Мәтін, сурет немесе құжат жіберіңізші. Мәтін 900 таңбадан аспасын; дауыстық хабарлама мен бейне жеткізілмейді.
error-thread-full = Хабарламаларыңыз жетті, рақмет. Алдымен жауабын күте тұрыңызшы.
button-ask-camp = ✍️ Лагерьден сұрау
button-ask-rooms = 💬 Менің сұрақтарым
button-ask-about = ✍️ { $title }
button-ask-people = 🙋 Адамдардан сұрау
button-faq = 📖 Жиі қойылатын сұрақтар
button-faq-helped = ✅ Көмектесті
button-faq-edit = 📖 Жиі сұрақтар: өңдеу
button-urgent = 🚨 Бұл шұғыл
button-thread-solved = ✅ Жауабын алдым
button-flag = 🚩 Бұлай болмауы керек
button-thread = 💬 Жазысуды ашу
button-thread-reply = ↩️ Жауап жазу
button-thread-again = ↩️ Тағы сұрағым бар
button-thread-open = 👁 Ашу
button-thread-claim = 🙋 Өзім аламын
button-thread-take = 🙋 Өзіме алу
button-thread-answer = ✍️ Жауап беру
button-thread-hand = 🤝 Басқаға беру
button-thread-close = ✅ Жабу
button-thread-registration = 👤 Тіркелім
button-thread-files = 📎 Файлдар
button-questions = 💬 Сұрақтар: { $count }
button-questions-none = 💬 Сұрақтар
ask-rooms =
    💬 <b>Менің сұрақтарым</b>

    Жазысуды ашыңыз немесе не туралы сұрағыңыз келетінін таңдаңыз.
ask-rooms-none =
    ✍️ <b>Лагерьден сұрау</b>

    Сұрағыңыз не туралы?
ask-how =
    ✍️ <b>{ $title }</b>

    Сұрағыңызды бір хабарламамен жазыңыз, сурет не құжат қоса жіберуге болады. Команда мүшелері осы чатта жауап береді.
ask-guardians-read = 👪 Бұл жазысуды ата-анаңыз да, лагерьдің кемінде екі ересегі де көреді.
ask-two-read = 👥 Бұл жазысуды лагерьдің кемінде екі ересегі көреді, ата-анаңыз қосылғанда олар да көреді.
ask-found = 📖 <b>Мүмкін, мынау көмектесер:</b>
faq-entry =
    <b>{ $question }</b>
    { $answer }
faq-head = 📖 <b>{ $title }: жиі қойылатын сұрақтар</b>
faq-none = Дайын жауап әзірге жоқ. Адамдардан сұраңыз: олар қуана жауап береді.
faq-glad = 👌 Көмектескеніне қуаныштымыз!
thread-head = 💬 <b>{ $title }</b>
thread-line-own =
    👤 <b>Сіз</b> · { $time }
    { $text }
thread-line-child =
    👤 <b>Балаңыз</b> · { $time }
    { $text }
thread-line-camp =
    🏕 <b>{ $programme }, ұйымдастырушы</b> · { $time }
    { $text }
thread-photo = 📷 сурет
thread-document = 📎 құжат
thread-waits = ⏳ Сұрағыңыз командада. Осы жерге тағы жаза аласыз.
thread-waits-urgent = 🚨 Бүкіл команда бұл шұғыл екенін біледі. Біреуге қауіп төнсе, 112 нөміріне қоңырау шалыңыз.
thread-answered = 💬 Жалғастыру үшін осында жаза беріңіз.
thread-closed = ✅ Сұрақ жабылды. Көмек қалай болды? Тағы сұрағыңыз келсе, осында жаза беріңіз.
thread-closed-rated = ✅ Сұрақ жабылды. Сіздің бағаңыз: 5-тен { $rating }. Тағы сұрағыңыз келсе, осында жаза беріңіз.
thread-reads-along = 👁 Бұл — балаңыздың лагерьмен жазысуы, сіз де оқып отырсыз.
thread-rated = Бағаңызға рақмет!
thread-flag-told = 🚩 Айтқаныңызға рақмет. Жауаптылар біледі, тексереді.
threads-head =
    💬 <b>{ $title }: сұрақтар</b>

    🆕 әлі ешкім алмады · ⏳ жауап күтіп тұр · 💬 жауап берілді
threads-none =
    💬 <b>{ $title }: сұрақтар</b>

    Жауап күтіп тұрған ешкім жоқ. 👌
case-thread-head =
    💬 <b>{ $name }</b>
    { $title }
case-thread-urgent = 🚨 Шұғыл деп белгіленген
case-thread-child = 🧒 Сұрап тұрған — бала. Бірге оқитын ата-ана: { $count }
case-thread-nobody = 🆕 Әлі ешкім алмады
case-thread-mine = 🙋 Жауап беретін — сіз
case-thread-owner = 🙋 Жауап беретін: { $name }
case-thread-closed = ✅ Жабылды
case-thread-rated = ✅ Жабылды, бағасы: 5-тен { $rating }
case-thread-line =
    { $icon } <b>{ $by }</b> · { $time }
    { $text }
thread-hand-to = 🤝 Кімге береміз?
thread-hand-nobody = Мұнда әзірге басқа ешкім жоқ. Іс-шараның «Тағы» бетінде әріптесіңізді шақырыңыз.
thread-answer-how = ✍️ Жауабын жазыңыз немесе сурет не құжат жіберіп, астына сөз жазыңыз. Отбасы сіздің байланысыңызды емес, бағдарламаның атын көреді.
notice-thread-asked =
    💬 <b>Жаңа сұрақ</b>
    { $name } · { $event }

    { $text }
notice-thread-more =
    💬 <b>{ $name }</b> · { $event }

    { $text }
notice-thread-child = 🧒 Сұрап тұрған — бала; қосылған ата-анасы да оқиды.
notice-thread-overheard =
    👪 <b>{ $name }</b> лагерьден сұрап жатыр · { $event }

    { $text }
notice-thread-answered =
    🏕 <b>{ $programme }, ұйымдастырушы:</b>

    { $text }
notice-thread-answered-child =
    🏕 <b>{ $programme }, ұйымдастырушы</b> → { $name }

    { $text }
notice-thread-closed = ✅ Сұрағыңыз жабылды · { $event }. Көмек қалай болды?
notice-thread-unclaimed = ⏰ <b>Сұрақты әлі ешкім алмады</b>: { $name } · { $event }. Күткені: { $minutes } мин.
notice-thread-unanswered = ⏰ <b>Сұраққа әлі жауап жоқ</b>: { $name } · { $event }. Күткені: { $minutes } мин.
notice-thread-urgent = 🚨 <b>Шұғыл</b>: { $name } · { $event }
notice-thread-handed = 🤝 { $by } сізге сұрақ берді: { $name } · { $event }
notice-thread-taken = 🤝 Сіздегі сұрақты { $by } өзіне алды: { $name } · { $event }
notice-thread-flagged = 🚩 <b>Жазысу туралы шағым түсті</b>: { $name } · { $event }. Қарап шығыңызшы.
