# For a native reader to check: «екі адам шешеді» for a deed that takes two, «сұранысты қайтарып алу».
vouch-head = ✌️ <b>Мұны екі адам шешеді</b>
vouch-what-export = 📄 Кесте, тіркелім саны: { $count }
vouch-what-role = 🗂 Бүкіл бағдарлама ұйымдастырушысының рөлі
vouch-what-send = 📣 Хабарландыру, алушылар саны: { $count }
vouch-where = 🏕 { $title }
vouch-whose = 👤 Кімге: { $name }
vouch-asker = 🙋 Сұраған: { $name }
vouch-please = Келісесіз бе? Күмәніңіз болса, алдымен сұрап алыңыз. Сұраныстың мерзімі: { $until }.
vouch-wait =
    ⏳ Басқа ұйымдастырушының келісімі керек. Оларға хабар жіберілді: <b>{ $names }</b>
    Сұраныстың мерзімі: { $until }. Жауабы хабар болып келеді.
vouch-alone = Мұнда мұндай құқық басқа ешкімде жоқ, сондықтан өзіңіз растай аласыз. Тағы бір қараңызшы: керегі дәл осы ма?
vouch-alone-later = ⏳ Мұнда мұндай құқық басқа ешкімде жоқ. Өзіңіз растай алатын уақыт: { $time }. Бұл аз ғана кідіріс телефон ұрланған жағдайда қорғайды.
vouch-confirmed = ✅ Расталды. Жалғастыра беріңіз.
vouch-confirmed-other = ✅ Келісіміңізді бердіңіз. Рақмет!
vouch-used = ✅ Орындалды.
vouch-withdrawn = ✖️ Сұраныс қайтарып алынды.
vouch-declined = ⛔️ Басқа ұйымдастырушы қарсы. Оны не алаңдататынын сұраңыз.
vouch-expired = ⌛️ Уақытында ешкім жауап бермеді. Әлі керек болса, қайта бастаңыз.
button-vouch-confirm = ✅ Келісемін
button-vouch-confirm-own = ✅ Өзім растаймын
button-vouch-decline = ⛔️ Жоқ
button-vouch-withdraw = ✖️ Сұранысты қайтарып алу
button-vouch-look = 🔄 Жаңарту
button-vouch-go-export = ⬇️ Кестені алу
button-vouch-go-role = ▶️ Рөлді беру
button-vouch-go-send = 📣 Хабарландыруға өту
notice-vouch-asked =
    ✌️ <b>{ $name }</b> сіздің келісіміңізді сұрайды:
    { $what }
notice-vouch-confirmed =
    ✅ <b>{ $name }</b> келісті:
    { $what }
notice-vouch-declined =
    ⛔️ <b>{ $name }</b> келіспеді:
    { $what }
notice-vouch-expired =
    ⌛️ Бір тәулікте ешкім келісім бермеді:
    { $what }
history-vouch-ask = екінші адамның келісімі сұралды
history-vouch-confirm = келісім берілді
history-vouch-decline = келісім берілмеді
history-vouch-withdraw = сұраныс қайтарып алынды
history-vouch-use = екінші адамның келісімімен орындалды
vouch-words-above = 👆 Толық мәтін жоғарыда тұр.
vouch-gone = ✖️ Келісім сұралған мәтін енді жоқ: оны өзгертіп жіберген не кейінге қалдырған. Қайта сұрауға болады.
