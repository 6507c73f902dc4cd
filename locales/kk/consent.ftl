consent-who =
    👤 <b>{ $name }</b>
    🏕 { $title }
    📅 { $days }
    📍 { $place }
consent-foot = Мәтінді толық ашу үшін үстінен басыңыз. «Келісемін» түймесін бассаңыз, жоғарыдағының бәріне келісім бересіз.
consent-optional-head = <b>Тағы бір сұрақ.</b> Бұған келіспесеңіз де, балаңыз қатыса береді.
button-agree = ✅ Келісемін
button-refuse = Келіспеймін
button-ask-call = 📞 Маған қоңырау шалыңыз
button-optional-yes = ✅ Иә, рұқсат етемін
button-optional-no = Жоқ, рұқсат етпеймін
button-withdraw = ✖️ Келісімді қайтарып алу
guardian-status-awaiting-guardian = 👪 Сіздің шешіміңізді күтеміз.
guardian-status-pending = ⏳ Рақмет! Енді тіркелімді ұйымдастырушылар қарайды, жауабын осы чаттан аласыз.
guardian-status-returned = ✏️ Ұйымдастырушылар жауапты түзетуді сұрады, балаңыз түзетіп, қайта жібереді.
guardian-status-confirmed = ✅ Балаңыздың қатысуы расталды.
guardian-status-waitlisted = 🕓 Балаңыз күту тізімінде. Орын босаса, бірден хабарлаймыз.
guardian-status-declined = ✖️ Ұйымдастырушылар тіркелімді қабылдамады.
guardian-status-refused = ✖️ Сіз келісім бермедіңіз, тіркелім тоқтатылды.
guardian-status-cancelled = ✖️ Балаңыз қатысудан бас тартты.
refusal-question = <b>{ $name }</b> «{ $title }» іс-шарасына неге бара алмайды? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз. Содан кейін тіркелім жабылып, орын босайды.
refusal-dates = Күні қолайсыз
refusal-health = Денсаулығына байланысты
refusal-far = Тым алыс
refusal-unsure = Әлі ойланып жүрмін
reason-problem = ⚠️ Себебін жазып жіберіңіз, ең көбі { $longest } таңба.
call-which-phone = Қай нөмірге қоңырау шалайық? Төмендегі түймені басыңыз немесе нөмірді жазыңыз.
call-promised = 📞 Рақмет! Ұйымдастырушылар сізге хабарласады.
