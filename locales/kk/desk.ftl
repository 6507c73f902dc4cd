# For a native reader to check: «кабинет», as in «жеке кабинет», for the place where an organizer works.
desk =
    🗂 <b>Ұйымдастырушы кабинеті</b>

    Қай бағдарламамен жұмыс істейміз?
desk-programme =
    🗂 <b>{ $title }</b>

    Қай іс-шарамен жұмыс істейміз?
desk-event =
    🗂 <b>{ $title }</b>
    📅 { $days }
desk-stream =
    🏕 <b>{ $title }</b>
    Алынған орын: { $taken } / { $capacity }
desk-more =
    ⚙️ <b>{ $title }</b>

    Мұнда сирегірек керек болатынның бәрі: тексеру, орындар, кесте, еске салу, команда.
desk-updated = 🔄 Жаңартылған уақыты: { $time }
desk-status-pending = ⏳ Шешім күтіп тұр: { $count }
desk-status-awaiting-guardian = 👪 Келісім күтіп тұр: { $count }
desk-status-confirmed = ✅ Расталды: { $count }
desk-status-waitlisted = 🕓 Күту тізімінде: { $count }
desk-status-returned = ✏️ Түзетуге қайтарылды: { $count }
desk-status-declined = ✖️ Қабылданбады: { $count }
desk-status-refused = 🚫 Ата-анасы келіспеді: { $count }
desk-status-cancelled = 👋 Өзі бас тартты: { $count }
desk-calls = 📞 Қоңырау шалу керек: { $count }
desk-event-waiting = { $title } · ⏳ { $count }
button-desk-chart = 📊 Диаграмма
button-announce = 📣 Хабарландырулар
button-staff-link = 🔗 Шақыру
button-team = 👥 Команда
button-refresh = 🔄 Жаңарту
button-more = ⚙️ Тағы
button-desk-back = 🗂 Кабинетке
button-list = 📋 Тізімге
list-head =
    <b>{ $title }</b>
    { $status }
list-page = Бет: { $page } / { $pages }
list-none = Мұнда әзірге ешкім жоқ.
list-grade = { $grade }-сынып
button-confirm-all = ✅ Бәрін растау: { $count }
bulk-question =
    Шешім күтіп тұрған толық тіркелімдердің бәрін растаймыз ба? Саны: <b>{ $count }</b>

    Отбасыларға 20 секундтан кейін хабарлаймыз. 30 секунд ішінде кері қайтара аласыз.
button-bulk-yes = ✅ Иә, растаймын
bulk-progress = ⏳ Расталып жатыр: { $done } / { $count }…
bulk-done =
    ✅ Расталды: <b>{ $count }</b>

    Отбасыларға 20 секундтан кейін хабарлаймыз.
bulk-undone = ↩️ Кері қайтарылды: <b>{ $count }</b>. Бұл тіркелімдер қайтадан шешім күтіп тұр.
button-undo = ↩️ Кері қайтару (30 с)
case-head =
    👤 <b>{ $name }</b>
    🏕 { $title } · { $stream }
case-place = { $status } · { $place } / { $total }
case-registered-by = 📱 Аккаунт: { $name }
case-guardian = 👪 Ата-анасы: { $name }{ $phone }
case-no-guardian = 👪 Ата-анасы сілтемені әлі ашқан жоқ.
case-consent-none = ▫️ { $title }: жауап әлі жоқ
case-history = 🕘 <b>Тарихы</b>
case-status-pending = ⏳ шешім күтіп тұр
case-status-awaiting-guardian = 👪 ата-ана келісімін күтіп тұр
case-status-confirmed = ✅ расталды
case-status-waitlisted = 🕓 күту тізімінде
case-status-returned = ✏️ түзетуге қайтарылды
case-status-declined = ✖️ қабылданбады
case-status-refused = 🚫 ата-анасы келіспеді
case-status-cancelled = 👋 өзі бас тартты
history-registration-submit = тіркелім жіберілді
history-registration-cancel = қатысудан бас тартты
history-registration-confirm = расталды
history-registration-return = түзетуге қайтарылды
history-registration-decline = қабылданбады
history-registration-undo = шешім кері қайтарылды
history-guardian-invite = ата-анаға сілтеме жасалды
history-guardian-join = ата-анасы сілтемені ашты
history-consent-give = ата-анасы келісім берді
history-consent-refuse = ата-анасы келіспеді
history-call-ask = ата-анасы қоңырау шалуды сұрады
history-waitlist-promote = күту тізімінен орын тиді
button-confirm = ✅ Растау
button-return = ✏️ Түзетуге қайтару
button-decline = ✖️ Қабылдамау
button-next = ➡ Келесі: { $name }
button-answer-file = 📎 { $title }
answer-file = 📎 <b>{ $name }</b>: { $title }
decided-confirmed = ✅ <b>{ $name }</b>: тіркелім расталды.
decided-returned = ✏️ <b>{ $name }</b>: тіркелім түзетуге қайтарылды.
decided-declined = ✖️ <b>{ $name }</b>: тіркелім қабылданбады.
decided-told = Отбасына 20 секундтан кейін хабарлаймыз.
decided-none-left = 🎉 Шешім күтіп тұрған ешкім қалмады.
decision-undone = Шешім кері қайтарылды.
return-question = <b>{ $name }</b>: нені түзету керек? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз, оны отбасы оқиды.
decline-question = <b>{ $name }</b>: неге қабылданбайды? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз, оны отбасы оқиды. Орын күту тізіміндегі бірінші адамға беріледі.
reason-return-name = Тегіңіз бен атыңызды құжаттағыдай етіп жазыңызшы.
reason-return-study = Оқу немесе жұмыс орныңызды тексеріңізші.
reason-return-words = Өз сөзіңізбен толығырақ жазыңызшы.
reason-decline-age = Жасы немесе сыныбы бұл іс-шараға сәйкес келмейді.
reason-decline-places = Орын қатысқысы келетіндердің бәріне жетпеді.
reason-decline-twice = Бұл адам бұрын тіркелген.
button-return-name = Аты-жөнін тексеру
button-return-study = Оқу орнын тексеру
button-return-words = Толығырақ жазу
button-decline-age = Жасы не сыныбы сәйкес емес
button-decline-places = Орын жетпейді
button-decline-twice = Екінші рет тіркелген
calls-head =
    📞 <b>Қоңырау шалу керек</b>
    { $title }
calls-none = Әзірге ешкімге қоңырау шалудың қажеті жоқ. 👌
call-line =
    👪 { $guardian }, { $phone }
    Баласы: <b>{ $child }</b>
    Сұраған уақыты: { $asked }
call-no-phone = нөмірі жоқ
button-called = ✅ Хабарластым: { $name }
button-call-open = 👤 { $name }
staff-link =
    🔗 <b>Мына хабарламаны жаңа әріптесіңізге жіберіңіз</b>

    { $title }
    { $facts }

    Сілтемені бірінші болып ашқан адам осы рөлді алады:
    { $link }

    Сілтеме бір рет қана ашылады және 10 минут жұмыс істейді. Мерзімі бітеді: { $until }.
staff-link-share = Командаға қосылу үшін сілтемені ашыңыз: { $title }
button-share-staff-link = 📨 Әріптесіме жіберу
staff-welcome = 🎉 Енді сіз ұйымдастырушысыз. Кабинетіңізді ашу үшін түймені басыңыз.
# For a native reader to check: «қатарынан шығару» for taking the organizer's role back.
team-head =
    👥 <b>Команда</b>
    { $title }

    Рөлін өзгерту не алып тастау үшін атын басыңыз.
team-none =
    👥 <b>Команда</b>
    { $title }

    Әзірге ешкім шақырылмаған.
team-question = <b>{ $name }</b>: рөлін алып тастаймыз ба? Кабинет бұл адамға бірден жабылады.
button-dismiss-yes = Иә, алынсын
button-dismiss-no = Жоқ, қалсын
notice-staff-joined = 👥 <b>{ $name }</b> командаға қосылды: { $programme }, { $role }.
notice-decision-undone = ↩️ <b>{ $name }</b>: «{ $event }» туралы соңғы хабарлама қате жіберілді, оны ескермеңіз. Қазіргі күйін білу үшін түймені басыңыз.
error-undo-expired = 30 секунд өтіп кетті: шешім күшінде қалады. Жаңа шешім қабылдауға болады.
case-consent = { $icon } { $title }: { $answer }, { $day }
case-consent-voice = {"    "}👤 { $name }: { $answer }, { $day }
case-hold-renewal = 🔄 <b>Келісімді жаңарту керек</b>, мерзімі: { $until }. Мәтіні өзгерді.
case-hold-dispute = ⚖️ <b>Ата-ананың жауаптары екі түрлі</b>: екеуімен де сөйлесіңіз, мерзімі: { $until }. Содан кейін орын босайды.
history-consent-lapse = келісім мерзімінде жаңартылмады
history-consent-unresolved = ата-анасы мерзімінде келісе алмады
call-consent-line =
    👪 { $guardian }, { $phone }
    Бала: <b>{ $child }</b>
    { $cause } ({ $since } бастап)
call-no-guardian = ата-анасы әлі келген жоқ
call-cause-dispute = ⚖️ Ата-ананың жауаптары екі түрлі
call-cause-renewal = 🔄 Келісім жаңартылмады
call-cause-unopened = 📨 Ата-анаға арналған сілтемені ешкім ашпады
call-cause-silent = 🕓 Келісім туралы еске салуларға жауап жоқ
history-consent-enter = келісім қағаздан не ауызша айтылғаннан жазылды
history-consent-void = келісім туралы жазба қайтарып алынды
history-consent-resolve = ата-ананың келіспеушілігі шешілді
