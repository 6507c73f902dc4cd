# For a native reader to check: «үнсіз» for those who have not pressed the button.
button-got-it = 👍 Түсіндім
button-got-it-done = ✅ Түсіндім
got-it-thanks = ✅ Рақмет! Оқығаныңызды ұйымдастырушылар көріп отыр.
got-it-already = ✅ Бұрын растап қойғансыз. Рақмет!
got-it-try = Алушылар оқығанын осы түймемен растайды. Бұл жерде ол ештеңе істемейді.
broadcast-emergency = 🚨 <b>ШҰҒЫЛ</b>
broadcast-again = ⏰ <b>Бұл хабарландыруды әлі растамадыңыз.</b> Оқып шығып, төмендегі түймені басыңызшы.
broadcast-is-emergency = 🚨 <b>Шұғыл хабар:</b> бәрінен бұрын, кез келген уақытта, барлығына және ата-аналардың бәріне барады
broadcast-asks = 👍 Әркімнен оқығанын растау сұралады
broadcast-asks-again = 👍 Әркімнен оқығанын растау сұралады; үнсіз қалғандарға { $hours } сағаттан кейін бір рет еске саламыз
broadcast-choose-reply = Әркімнен оқығанын растауды сұраймыз ба? Үнсіз қалғандарға бір рет еске салуға болады, одан кейін кімге қоңырау шалу керегі туралы тізім аласыз.
broadcast-reply-off = Сұрамау
broadcast-reply-on = Сұрау, еске салмау
broadcast-reply-hours = Сұрау, { $hours } сағаттан кейін еске салу
button-broadcast-reply = 👍 Растату
button-broadcast-alarm = 🚨 Шұғыл хабар
button-broadcast-calm = 🕊 Шұғыл емес
button-broadcast-raise = 🚨 Шұғыл жіберу: { $number }
button-broadcast-raise-yes = 🚨 ИӘ, қазір жіберілсін: { $number }
broadcast-raise-question =
    🚨 <b>Шұғыл хабар жіберейік пе?</b>

    Алушылар: <b>{ $number }</b>, шамамен { $seconds } секунд кетеді. Хабар бірден жіберіледі, түнде де оятады, кері қайтара алмайсыз. Бес минут үнсіз қалғандар қоңырау тізіміне түседі, оны барлық ұйымдастырушы біледі.
broadcast-answers = 👍 Растады: <b>{ $confirmed }</b> · үнсіз: <b>{ $silent }</b>
button-broadcast-answers = 👍 Кім растады
button-broadcast-calls = 📞 Кімге қоңырау шалу керек
answers-head = <b>👍 Кім растады</b>
answers-how = Кім үнсіз қалғанын көру үшін сол жолды басыңыз.
answers-silent = <b>🔕 Әзірге үнсіз</b>
answers-confirmed = <b>✅ Растағандар</b>
answers-part = { $title }
answers-nobody = Мұнда ешкім жоқ.
answers-line-student = • { $name } · { $state }
answers-line-guardian = • 👪 { $name } · { $state }
answers-at = { $at }
answers-has-it = жетті
answers-has-it-not = 📵 жетпеді
button-answers-silent = 🔕 Үнсіз: { $number }
button-answers-confirmed = ✅ Растады: { $number }
button-answers-part = { $confirmed }/{ $number } · { $title }
answers-calls = <b>📞 Кімге қоңырау шалу керек</b>
answers-call = <b>{ $name }</b>
answers-call-guardian = 👪 { $name }: { $phone }
answers-call-own = 📱 { $phone }
answers-calls-none = Ешкімге: бәрі өзі растады немесе ата-анасы растады.
notice-broadcast-calls = 📞 <b>Хабарландыруды растамағандар: { $number }.</b> Оларға еске салдық, енді қоңырау шалған дұрыс.
notice-broadcast-calls-now = 🚨 <b>Бес минут өтті, үнсіз қалғандар: { $number }.</b> Қазір қоңырау шалыңызшы.
