error-lottery-rules = Бұл шектеулердің бәрін қатар орындау мүмкін емес: ең аз, ең көп сандарды және орын санын тексеріңіз.
# For a native reader to check: «дереккөз» for the announced source of the number, «бақылау коды» for the fingerprint.
error-lottery-number = Жарияланған дереккөздегі санды цифрмен жазыңыз, мысалы 512,34. Дереккөз жарияланбаған болса, сан керек емес.
error-lottery-changed = Жеребе тоқтатылды: тізім жеребе ашылғанда жарияланған бақылау кодына сәйкес келмейді. Ешкім таңдалған жоқ.
error-lottery-early = Жеребені тіркелу аяқталған соң ашуға болады: сонда ешкім тыс қалмайды.
error-lottery-empty = Жеребеге қатысатын ешкім жоқ: келісімі бар толық тіркелім табылмады.
error-lottery-places = Жеребеге салатын мұнша орын жоқ. Азырақ сан жазыңыз.
# For a native reader to check: «ашық сан» for the public number, «жеребе реті» for the drawn order.
button-selection-lottery = 🎲 Жеребе: { $stream }
lottery-head = 🎲 <b>{ $title }</b> · { $stream }
lottery-plan =
    Жеребеге салынатын орын: <b>{ $places }</b>
    Қазір қатысатыны: <b>{ $entries }</b> (келісімі бар толық тіркелімдер)
lottery-rules = <b>Ережелер:</b>
lottery-rules-none = Ереже жоқ: бәрінің мүмкіндігі тең.
lottery-rule-free = { $value }: қанша болса да
lottery-rule-least = { $value }: кемінде { $minimum }
lottery-rule-most = { $value }: ең көбі { $maximum }
lottery-rule-both = { $value }: ең азы { $minimum }, ең көбі { $maximum }
lottery-source = 🔢 Ашық сан: <b>{ $source }</b>
lottery-source-none = 🔢 Ашық сан жоқ: онда сервері бар адамға сену ғана қалады. Санды атаған дұрыс.
lottery-early = ⏳ Тіркелу аяқталған соң ашуға болады: { $day }.
button-lottery-region = ➕ Ереже: өңір
button-lottery-grade = ➕ Ереже: сынып
button-lottery-gender = ➕ Ереже: қыздар, ұлдар
button-lottery-source = 🔢 Ашық сан
button-lottery-open = 🔒 Жеребені ашу
lottery-values-region = Ереже қай өңір туралы?
lottery-values-grade = Ереже қай сынып туралы?
lottery-values-gender = Ереже кімдер туралы?
lottery-rule-question =
    { $rule }

    Шекті түймелермен өзгертіңіз. Барлық орын: { $places }.
button-lottery-least = Кемінде:
button-lottery-most = Ең көбі:
button-lottery-any = Ең көбі: қанша болса да
button-lottery-rule-done = ✅ Дайын
lottery-source-question =
    🔢 Қай санды қосамыз? Ол сан әлі белгісіз болуы керек, оған осындағы ешкім әсер ете алмауы және оны кез келген адам тексере алуы тиіс.

    Жазыңыз, мысалы: Ұлттық банк, 2027 жылғы 5 маусымдағы доллар бағамы
button-lottery-no-source = Сансыз
lottery-open-question =
    🔒 Жеребені ашамыз ба: <b>{ $stream }</b>, тіркелім саны { $entries }, орын саны { $places }?

    Содан кейін тізім мен ережелерді өзгерту мүмкін емес, әр отбасы өз нөмірін алады.
button-lottery-open-yes = 🔒 Иә, ашу
lottery-opened =
    🔒 <b>№ { $number } жеребе ашық.</b>
    Қатысады: { $entries } · орын: { $places }
lottery-hash =
    Осының бәрі мен тізімнің бақылау коды:
    <code>{ $sha256 }</code>
button-lottery-file = 📄 Баршаға арналған құжат
button-lottery-draw = 🎲 Жеребе тарту
button-lottery-off = ✖️ Тоқтату
lottery-off-question = Бұл жеребені тоқтатамыз ба? Ешкім таңдалмайды; келесі жеребенің нөмірі келесі болады, оны бәрі көреді.
button-lottery-off-yes = ✖️ Иә, тоқтату
lottery-number-question =
    🔢 Санды жазыңыз: <b>{ $source }</b>

    Мысалы 512,34
lottery-draw-question =
    🎲 Мына санмен жеребе тартамыз ба: <b>{ $number }</b>?

    Жеребе бір-ақ рет тартылады. Санды тағы бір салыстырыңыз.
lottery-draw-question-bare = 🎲 Жеребені қазір тартамыз ба? Ол бір-ақ рет тартылады.
button-lottery-draw-yes = 🎲 Иә, тарту
lottery-by-number = Ашық сан: <b>{ $number }</b>. Жеребе сонымен тартылды.
lottery-drawn =
    🎉 Ұтқандар: <b>{ $winners }</b> · күтетіндер: <b>{ $waitlist }</b>

    Әзірге ешкімге айтылған жоқ, орын да берілген жоқ.
lottery-missed = ⚠️ Ережелер бір-біріне кедергі болғандықтан орындалмады: { $rule }
button-lottery-list = 📋 Тізім
button-lottery-picture = 📊 Өңірлер бойынша
button-lottery-apply = ✅ Орындарды беру
lottery-apply-question =
    ✅ Ұтқандарға ({ $winners }) орын беріп, қалғандарын ({ $waitlist }) жеребе ретімен күту тізіміне қоямыз ба?

    Әр отбасына 30 секундтан кейін жазамыз, оған дейін қайтаруға болады.
lottery-apply-question-offers =
    ✅ Ұтқандарға ({ $winners }) орын ұсынып, қалғандарын ({ $waitlist }) жеребе ретімен күту тізіміне қоямыз ба? Уақытында алынбаған орын келесі адамға өтеді.

    Әр отбасына 30 секундтан кейін жазамыз, оған дейін қайтаруға болады.
button-lottery-apply-yes = ✅ Иә, беру
lottery-applying = ⏳ Орындарды беріп жатырмыз, тіркелім саны: { $count }…
lottery-applied = ✅ <b>Нәтиже қолданылды.</b> Орын алғаны: { $seated } · алмағаны: { $waiting }
choice-told = 📨 Хабар алған отбасылар: { $told } / { $count }. Іріктеуден 30 секунд өткен соң басталады.
choice-told-all = 📨 Барлық отбасыға хабарланды.
choice-undone = Қайтарылды: бәрі бұрынғыдай, ешкімге айтылған жоқ.
button-lottery-again = 🎲 Келесі жеребе
button-lottery-back = 🎲 Жеребеге оралу
lottery-list-head = 📋 <b>{ $stream }</b>, { $page }-бет, барлығы { $pages }
lottery-list-won = { $place }. 🎉 { $code } · { $name }
lottery-list-waits = { $place }. 🕓 { $code } · { $name }
lottery-picture = 📊 Қатысқандардың қаншасы ұтқаны, өңірлер бойынша.
lottery-no-region = Өңірі жоқ
lottery-file =
    📄 Бұл құжат пен кодты ашық сан белгілі болғанға <b>дейін</b> жариялаңыз:
    <code>{ $sha256 }</code>
lottery-file-drawn =
    📄 Баршаға арналған нәтиже. Код жеребе ашылғанда жарияланған кодпен бірдей:
    <code>{ $sha256 }</code>
notice-lottery-opened =
    🎲 <b>{ $name }</b>: «{ $event }» іс-шарасында орын кімге берілетінін жеребе шешеді.

    Сіздің нөміріңіз: <b>{ $code }</b>. Тізім жабылды; төмендегі кодты суретке түсіріп алыңыз, сонда ешкім ештеңені білдірмей өзгерте алмайды.
notice-choice-won = 🎉 <b>{ $name }</b>: «{ $event }» іс-шарасында сізге орын бар!
notice-choice-offer =
    🎉 <b>{ $name }</b>: «{ $event }» іс-шарасында сізге орын бар!

    Оны мына уақытқа дейін алыңыз: <b>{ $until }</b>. Одан кейін ол келесі адамға өтеді.
notice-choice-waits = 🕓 <b>{ $name }</b>: бұл жолы «{ $event }» іс-шарасында орын жетпеді. Сіз күту тізіміндесіз: <b>№ { $place }</b>. Орын босаса, бірден жазамыз.
choice-code = 🎲 Жеребедегі нөміріңіз: <b>{ $code }</b>. Нәтижені кез келген адам тексере алады.
button-lottery-own = 🎲 Жеребе туралы
lottery-own-numbers = Қатысады: { $entries }, орын: { $places }.
lottery-own-code = Сіздің нөміріңіз: <b>{ $code }</b>
lottery-own-none = Сіздің тіркеліміңіз тізімде жоқ: тізім жабылғанда ол толық емес еді немесе келісімі болмады.
lottery-own-won = 🎉 Ұттыңыз, жеребе реті бойынша № { $place }.
lottery-own-waits = 🕓 Орын бұйырмады, жеребе реті бойынша № { $place }.
button-lottery-check = 📄 Құжат және тексеру жолы
lottery-script = Бұл шағын бағдарлама жеребені тексереді. Python керек, интернет керек емес; оны кез келген адам оқи алады.
lottery-check =
    📄 Тексеру үшін екі файлды бір қалтаға салып, мынаны іске қосыңыз:
    <code>python3 verify.py { $name } { $sha256 }</code>

    Код жеребе ашылғанда жазып алған кодпен бірдей болуы керек.
