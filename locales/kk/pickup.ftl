# For a native reader to check: «балаларды тапсыру» and «беріп жіберу» for handing children over, «алып кету» for collecting, «тапсыру коды» for the hand-over code, «ересексіз» for a child that goes home alone, «сыртта» for a child that is out of the camp, «кіру орнынан өткен жоқ» for a child that no gate has seen yet, the text «pickup-barred-word».
button-pickup-list = 🤝 Баланы кім алып кетеді
button-pickup-self = 🙋 Өзім алып кетемін
button-pickup-add = ➕ Адам қосу
button-pickup-alone = 🚶 Үйге ересексіз қайту
button-pickup-to-list = ⬅ Бүкіл тізім
button-pickup-share = 📨 Кодты жіберу
button-pickup-phone = 📞 Телефонын қосу
button-pickup-phone-change = 📞 Телефонын өзгерту
button-pickup-renew = 🔄 Жаңа код
button-pickup-remove = ✖️ Тізімнен алып тастау
button-pickup-restore = ↩️ Тізімге қайтару
button-pickup-alone-yes = 🚶 Рұқсат беремін
button-pickup-alone-no = ✖️ Рұқсатымды қайтарамын
pickup-list =
    🤝 <b>Алып кете алатындар: { $name }</b>
    { $title }

    Лагерь баланы тек осы тізімдегі адамдарға береді: олар кодын айтады немесе құжатын көрсетеді.
pickup-list-none = Әзірге ешкім жоқ. Өзіңізді және келуі мүмкін адамдарды қосыңыз.
pickup-person = <b>{ $name }</b>
pickup-person-relation = <b>{ $name }</b> · { $relation }
pickup-you = сіз
pickup-phone = 📞 { $phone }
pickup-line-code = 🔢 Коды: <code>{ $code }</code>
pickup-alone-yes = 🚶 <b>Үйге ересексіз қайту:</b> болады.
pickup-alone-no = 🚶 <b>Үйге ересексіз қайту:</b> болмайды.
pickup-added = ✅ <b>Тізімде.</b> Енді бұл адам баланы алып кете алады: { $child }.
pickup-added-own = ✅ <b>Тізімде.</b> Енді баланы өзіңіз алып кете аласыз: { $child }.
pickup-of = 🤝 Алып кете алады: { $child }
pickup-code =
    🔢 Тапсыру коды: <code>{ $code }</code>
    Оны тек осы адамға айтыңыз. Лагерьде ол кодты атайды.
pickup-code-own =
    🔢 Сіздің тапсыру кодыңыз: <code>{ $code }</code>
    Лагерьде осы кодты айтасыз. Басқа ешкімге бермеңіз.
pickup-share = Тапсыру коды: { $code } ({ $title }). Балаға келгенде осы кодты айтыңыз, құжатыңызды ала келіңіз.
pickup-relation-question = Бұл адам балаға кім болады?
pickup-name-question = Баланы ({ $name }) тағы кім алып кете алады? Аты-жөнін құжаттағыдай жазыңыз.
pickup-name-problem = Аты мен тегін құжаттағыдай жазыңыз.
pickup-phone-question = 📞 Телефон нөмірін жазыңыз: <b>{ $name }</b>. Лагерь тек бірдеңе түсініксіз болса ғана қоңырау шалады.
pickup-phone-problem = Бұл телефон нөміріне ұқсамайды. Мысалы: +7 701 123 45 67
pickup-removed = ✖️ <b>{ $name }</b> енді тізімде жоқ. Баланы ({ $child }) ол кісіге бермейді.
pickup-saved = Сақталды
pickup-alone-question =
    🚶 <b>{ $name }: үйге ересексіз қайта ма?</b>

    Рұқсат берсеңіз, лагерь баланы жалғыз жібереді, қақпадан шыққаннан кейін үйге дейінгі жолға сіз жауап бересіз. Бала шыққан сәтте сізге жазамыз. Рұқсатты кез келген уақытта қайтарып ала аласыз.
pickup-alone-may =
    🚶 <b>{ $name }: үйге ересексіз қайтуға рұқсат бар.</b>

    Бала шыққан сәтте сізге жазамыз. Рұқсатты қайтарып алсаңыз, лагерь баланы тек тізімдегі адамдарға береді.
notice-pickup-list-name = 🤝 <b>{ $name }</b>: енді баланы <b>{ $person }</b> алып кете алады. Тізімге қосқан: { $who }. { $event }
notice-pickup-list-remove = ✖️ <b>{ $name }</b>: <b>{ $person }</b> баланы алып кете алатындар тізімінен шықты. Алып тастаған: { $who }. { $event }
notice-pickup-list-alone = 🚶 <b>{ $name }</b>: балаға үйге ересексіз қайтуға рұқсат берілді. Рұқсат берген: { $who }. Қарсы болсаңыз, рұқсатты қайтарып ала аласыз. { $event }
notice-pickup-list-not-alone = 🚶 <b>{ $name }</b>: үйге ересексіз қайтуға енді болмайды. Рұқсатты қайтарып алған: { $who }. { $event }

button-pickup = 🤝 Балаларды тапсыру
button-pickup-child = 🤝 Баланы тапсыру
button-pickup-find = 🔎 Баланы табу
button-pickup-room = 🤝 Барлық бала
button-pickup-here = 🏕 Осында: { $number }
button-pickup-out = 🚗 Сыртта: { $number }
button-pickup-see-here = 🏕 Кім осында
button-pickup-see-out = 🚗 Кім сыртта
button-pickup-squad = 🏕 Кім осында, кім сыртта
button-pickup-document = 🪪 Құжатын көрдім: тапсыру
button-pickup-known = 🤝 Өзін танимын: тапсыру
button-pickup-goes-alone = 🚶 Ересексіз кетті
button-pickup-alone-goes = Үйге ересексіз қайтады
button-pickup-undo = ↩️ Қате кетті: қайтару
button-pickup-back = ✅ Лагерьге қайтып келді
pickup-rooms =
    🤝 <b>Балаларды тапсыру</b>

    Балаларды қай іс-шарада тапсырасыз?
pickup-rooms-none = 🤝 Қазір сіз бала тапсыратын іс-шара жоқ.
pickup-room =
    🤝 <b>Балаларды тапсыру</b>
    { $title }
pickup-room-empty = Бүгін балалар бар ауысым жүріп жатқан жоқ.
pickup-counts = 🏕 Осында: <b>{ $here }</b> · 🚗 сыртта: <b>{ $out }</b>
pickup-squad-line = 🚩 { $squad }: осында { $here }, сыртта { $out }
pickup-how = Баланы аты бойынша табыңыз немесе билетін сканерлеп, «Баланы тапсыру» түймесін басыңыз.
pickup-find = 🔎 { $title }: бала атының бір бөлігін жазыңыз.
pickup-list-here = 🏕 <b>{ $where }</b>: осында { $number }
pickup-list-out = 🚗 <b>{ $where }</b>: сыртта { $number }
pickup-list-empty = Ешкім жоқ.
pickup-since = шыққаны: { $time }
pickup-not-met = 🕓 кіру орнынан әлі өткен жоқ
pickup-awaited = 🕓 Осындағылардың ішінде кіру орнынан әлі өтпегені: <b>{ $number }</b>
pickup-here = 🏕 <b>ЛАГЕРЬДЕ</b>
pickup-out =
    🚗 <b>СЫРТТА</b> · шыққаны: { $time }
    { $person }
    Тапсырған: { $by }
pickup-done =
    ✅ <b>ТАПСЫРЫЛДЫ</b> · { $time }
    { $person }
    Тапсырған: { $by }. Отбасына хабар жіберілді.
pickup-whom = 👤 { $name } ({ $relation })
pickup-alone-word = 🚶 ересексіз
pickup-was-out = 🕓 Сыртта болған: { $left }–{ $back } · { $person }
pickup-second = ✌️ Растаған: { $second }
pickup-proof-code = 🔢 Коды дұрыс
pickup-proof-document = 🪪 Құжаты тексерілді
pickup-proof-known = 🤝 Өзін таниды
pickup-proof-consent = 🚶 Ата-анасы рұқсат берген
pickup-people = <b>Алып кете алатындар:</b>
pickup-nobody = ⚠️ Тізімде ешкім жоқ.
pickup-may-go-alone = 🚶 Үйге ересексіз қайтуына болады: ата-анасы рұқсат берген.
pickup-type-code = <b>Кодын сұрап, осында жазыңыз.</b> Коды жоқ па? Адамды таңдап, құжатын қараңыз.
pickup-call-guardian = Ата-анасына қоңырау шалып, бұл адамды тізімге қосуын сұраңыз:
pickup-guardian = 📞 { $name }: { $phone }
pickup-bars = 🚫 <b>БЕРМЕҢІЗ</b>
pickup-bar-line = 🚫 <b>{ $name }</b> · { $reason }
pickup-bar-unsaid = себебі әлі жазылмаған
pickup-barred =
    🚫 <b>БАЛАНЫ БЕРМЕҢІЗ</b>
    { $person }: бұл адамға баланы ({ $name }) алып кетуге болмайды. Сабыр сақтап, баланы қасыңыздан жібермей, ұйымдастырушыларға қоңырау шалыңыз.
pickup-barred-word =
    🚫 <b>БАЛАНЫ БЕРМЕҢІЗ</b>
    Бұған рұқсат берген адамның ({ $person }) өзіне баланы ({ $name }) алып кетуге болмайды. Сабыр сақтап, баланы қасыңыздан жібермей, басқа ата-анасына немесе ұйымдастырушыларға қоңырау шалыңыз.
pickup-collector = <b>{ $name }</b> кіммен кетеді:
pickup-how-sure = Кодын айтты ма? Соны жаза салыңыз. Айтпаса, дәл сол адам екеніне қалай көз жеткіздіңіз?
pickup-goes-alone =
    🚶 <b>{ $name } үйге ересексіз қайтады</b>
    Ата-анасы рұқсат берген. Басқан бойда оларға хабар барады.
pickup-refused-code = ❌ <b>Код сәйкес келмейді.</b> Қайта сұраңыз немесе құжатын қараңыз.
pickup-refused-pause = ⏳ <b>Қате код тым көп терілді.</b> Біраз уақыт кодтар тексерілмейді: құжатын қараңыз.
pickup-refused-out = Бала шығып кеткен: кіммен кеткенін және кім тапсырғанын қараңыз.
pickup-undone = ↩️ Қайтарылды: бала лагерьде. Отбасына жазамыз.
pickup-taken-in = ✅ Лагерьге қайтып келді. Отбасына жазамыз.
notice-pickup-left =
    🤝 <b>{ $name } лагерьден кетті</b> · { $time }
    👤 Алып кеткен: { $person }
    { $proof }. Тапсырған: { $by }. { $event }

    Бірдеңе дұрыс емес пе? Бірден лагерьге қоңырау шалыңыз.
notice-pickup-alone =
    🚶 <b>{ $name } лагерьден өзі кетті</b>, сіз рұқсат бергенсіз · { $time }
    Жіберген: { $by }. { $event }
notice-pickup-undone = ⚠️ <b>Түзету:</b> { $name } лагерьде, алдыңғы хабар қателесіп жіберілді. { $event }
notice-pickup-back = 🏕 <b>{ $name } лагерьге қайтып келді</b> · { $time }. { $event }
error-pickup-full = Тізімде сегіз адам бар. Алдымен біреуін алып тастаңыз.
error-pickup-text = Бос немесе тым ұзын. Қайта жазыңыз.
error-pickup-barred = 🚫 Бұл адамға баланы алып кетуге болмайды. Баланы қасыңыздан жібермей, ұйымдастырушыларға қоңырау шалыңыз.
error-pickup-own = Баланы өзіңізге өзіңіз тапсыра алмайсыз. Әріптесіңізден сұраңыз.
button-release = 🤝 Бала тапсыруға рұқсат беру
button-release-end = 🤝 Енді бала тапсырмайды
role-releases = 🤝 Балаларды да тапсырады: кімге беруге болатынын, кімге болмайтынын көреді
error-pickup-call = ☎️ Алдымен ата-анасына қоңырау шалып, кіммен сөйлескеніңізді белгілеңіз.
error-pickup-primary = Бұған негізгі ата-ана келісуі керек, ал қазір ондай адам жоқ. Алдымен басқа ата-ананы негізгі етіңіз.

button-pickup-outsider = ✋ Басқа адам келді
button-pickup-reached = ☎️ Сөйлестім: { $name }
button-pickup-vouch = ✌️ Растаймын
button-pickup-refuse = ✖️ Жоқ, бермеңіз
button-pickup-withdraw = ✖️ Енді қажет емес
button-pickup-bar = 🚫 Бұл адамға бермеу
button-pickup-bar-name = 🚫 Кімге беруге болмайды
button-pickup-lift = ↩️ Тыйымды алуды сұрау
button-pickup-lift-yes = ✅ Иә, енді алып кете алады
button-pickup-lift-no = 🚫 Жоқ, тыйым қалсын
pickup-outsider-name =
    ✋ <b>{ $name }: басқа адам келді ме?</b>
    Баланы қасыңыздан жібермеңіз. Ол кісінің аты-жөнін құжаттағыдай жазыңыз.
pickup-outsider =
    ✋ <b>Тізімде жоқ:</b> { $person }
    Алып кеткісі келетін бала: { $name }
pickup-outsider-asked = 🙋 Шығар жерде: { $who }
pickup-outsider-called = ☎️ Телефонмен келіскен ата-ана: { $who }
pickup-outsider-call = <b>Алдымен ата-анасына қоңырау шалыңыз.</b> Ең дұрысы: ата-анасы бұл адамды бірден тізімге қоссын, сонда басқа ештеңе қажет емес. Болмаса, кіммен сөйлескеніңізді және кім келіскенін басыңыз. Ешкім жауап бермесе, бала қалады.
pickup-outsider-waits = ⏳ Әріптестеріңізге сұрау жіберілді. Біреуі растаған бойда осында жазамыз.
pickup-outsider-question = <b>Баланы осы адамға беруге болатынын растайсыз ба?</b> Күмәніңіз болса, ата-анасына өзіңіз қоңырау шалыңыз.
pickup-outsider-confirmed = ✌️ <b>Расталды.</b> Құжатын тағы бір қараңыз: аты-жөні дәл келуі керек. Растау бір сағатқа және бір ретке жарайды.
pickup-outsider-with-asker = ✌️ <b>Расталды.</b> Баланы шығар жердегі әріптесіңіз тапсырады.
pickup-whom-outsider = ✋ { $name } (тізімде жоқ)
pickup-bar-name = 🚫 Баланы ({ $name }) кімге беруге болмайды? Ата-анасының бірін таңдаңыз немесе басқа адамның аты-жөнін жазыңыз. Тыйым бірден күшіне енеді, отбасы оны көрмейді.
pickup-bar-why =
    🚫 <b>Тыйым күшіне енді.</b>
    { $person } баланы алып кете алмайды: { $name }. Неге? Таңдаңыз немесе жазыңыз: оны тек балаларды тапсыратындар оқиды.
pickup-bar-how = Ұйымдастырушы сұрап, негізгі ата-ана келіссе, тыйым алынады.
pickup-lift-sent = Негізгі ата-анадан сұрадық. Ол келіспейінше тыйым қалады.
pickup-lift-waits = ⏳ Негізгі ата-анадан сұрадық. Ол келіспейінше тыйым қалады.
pickup-lifted = ✅ <b>{ $name }</b>: тізімде болса, бұл адам баланы қайтадан алып кете алады.
pickup-kept = 🚫 <b>{ $name }</b>: бәрі бұрынғыдай қалады. Баланы бұл адамға бермейді.
pickup-reason-court = Сот шешімі
pickup-reason-family = Отбасы өтінді
pickup-reason-unknown = Бұл адамды ешкім танымайды
notice-pickup-asked =
    ✋ <b>Сіздің растауыңыз керек.</b>
    { $person } (тізімде жоқ) баланы алып кеткісі келеді: { $name }. Сұраған: { $who }. { $event }
notice-pickup-vouched = ✌️ <b>Расталды:</b> { $name } мына адаммен кете алады: { $person }. Растаған: { $who }. Құжатын қарап, баланы тапсырыңыз. { $event }
notice-pickup-refused = ✖️ <b>Бермеңіз:</b> { $name } мына адаммен кетпейді: { $person }. Қарсы болған: { $who }. { $event }
notice-pickup-lift =
    🚫 <b>{ $name }</b>: қазір лагерь баланы мына адамға бермейді: <b>{ $person }</b>. Ұйымдастырушы тыйымды алуға бола ма деп сұрайды. { $event }

    Мұны тек сіз шешесіз. Сіз келіспесеңіз, ештеңе өзгермейді.
notice-pickup-outsider =
    ✋ <b>{ $name } лагерьден кетті</b> · { $time }
    👤 Алып кеткен: { $person }, <b>сіздің тізіміңізде жоқ</b>
    Ата-анасы телефонмен келіскен. { $proof }. Тапсырған: { $by }. Растаған: { $second }. { $event }

    Бірдеңе дұрыс емес пе? Бірден лагерьге қоңырау шалыңыз.
