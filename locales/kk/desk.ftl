desk =
    🗂 <b>Ұйымдастырушы үстелі</b>

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
desk-updated = 🔄 Жаңартылған уақыты: { $time }
desk-status-pending = ⏳ Шешім күтуде: { $count }
desk-status-awaiting-guardian = 👪 Ата-анасын күтуде: { $count }
desk-status-confirmed = ✅ Расталды: { $count }
desk-status-waitlisted = 🕓 Күту тізімінде: { $count }
desk-status-returned = ✏️ Түзетуге қайтарылды: { $count }
desk-status-declined = ✖️ Қабылданбады: { $count }
desk-status-refused = 🚫 Ата-анасы келіспеді: { $count }
desk-status-cancelled = 👋 Өзі бас тартты: { $count }
desk-calls = 📞 Қоңырау күтуде: { $count }
desk-event-waiting = { $title } · ⏳ { $count }
button-desk-chart = 📊 Сурет түрінде
button-announce = 📣 Хабарландырулар
button-staff-link = 🔗 Ұйымдастырушы шақыру
button-team = 👥 Ұйымдастырушылар
button-refresh = 🔄 Жаңарту
button-desk-back = 🗂 Үстелге
button-list = 📋 Тізімге
list-head =
    <b>{ $title }</b>
    { $status }
list-page = Бет: { $page } / { $pages }
list-none = Мұнда әзірге ешкім жоқ.
list-grade = { $grade }-сынып
button-confirm-all = ✅ Бәрін растау: { $count }
bulk-question =
    Шешім күтіп тұрған, бәрі толық тіркелімдердің барлығын растаймыз ба? Саны: <b>{ $count }</b>

    Отбасыларға 20 секундтан кейін хабарланады. 30 секунд ішінде кері қайтаруға болады.
button-bulk-yes = ✅ Иә, растаймын
bulk-progress = ⏳ Расталып жатыр: { $done } / { $count }…
bulk-done =
    ✅ Расталды: <b>{ $count }</b>

    Отбасыларға 20 секундтан кейін хабарланады.
bulk-undone = ↩️ Кері қайтарылды: <b>{ $count }</b>. Бұл тіркелімдер қайтадан шешім күтуде.
button-undo = ↩️ Кері қайтару (30 с)
case-head =
    👤 <b>{ $name }</b>
    🏕 { $title } · { $stream }
case-place = { $status } · { $place } / { $total }
case-registered-by = 📱 Аккаунт: { $name }
case-guardian = 👪 Ата-анасы: { $name }{ $phone }
case-no-guardian = 👪 Ата-анасы сілтемені әлі ашқан жоқ.
case-consent-given = ✅ { $title }: иә, { $day }
case-consent-refused = ✖️ { $title }: жоқ, { $day }
case-consent-withdrawn = ✖️ { $title }: келісім қайтарып алынды, { $day }
case-consent-none = ▫️ { $title }: жауап әлі жоқ
case-history = 🕘 <b>Тарихы</b>
case-status-pending = ⏳ шешім күтуде
case-status-awaiting-guardian = 👪 ата-анасын күтуде
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
history-call-ask = ата-анасы қоңырау сұрады
history-waitlist-promote = күту тізімінен орын алды
button-confirm = ✅ Растау
button-return = ✏️ Түзетуге қайтару
button-decline = ✖️ Қабылдамау
button-next = ➡️ Келесі: { $name }
button-answer-file = 📎 { $title }
answer-file = 📎 <b>{ $name }</b>: { $title }
decided-confirmed = ✅ <b>{ $name }</b>: тіркелім расталды.
decided-returned = ✏️ <b>{ $name }</b>: тіркелім түзетуге қайтарылды.
decided-declined = ✖️ <b>{ $name }</b>: тіркелім қабылданбады.
decided-told = Отбасына 20 секундтан кейін хабарланады.
decided-none-left = 🎉 Шешім күтіп тұрған ешкім қалмады.
decision-undone = Шешім кері қайтарылды.
return-question = <b>{ $name }</b>: нені түзету керек? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз, оны отбасы оқиды.
decline-question = <b>{ $name }</b>: неге қабылданбайды? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз, оны отбасы оқиды. Орын күту тізіміндегі бірінші адамға беріледі.
reason-return-name = Тегіңіз бен атыңызды құжаттағыдай етіп жазыңызшы.
reason-return-study = Оқу немесе жұмыс орныңызды тексеріңізші.
reason-return-words = Өз сөзіңізбен толығырақ жазыңызшы.
reason-decline-age = Жасы немесе сыныбы бұл іс-шараға сәйкес келмейді.
reason-decline-places = Орын саны қатысқысы келетіндерден аз.
reason-decline-twice = Бұл адам бұрын тіркелген.
button-return-name = Аты-жөнін тексеру
button-return-study = Оқу орнын тексеру
button-return-words = Толығырақ жазу
button-decline-age = Жасы не сыныбы сәйкес емес
button-decline-places = Орын жетпейді
button-decline-twice = Екінші рет тіркелген
calls-head =
    📞 <b>Қоңырау күтетіндер</b>
    { $title }
calls-none = Қоңырау күтіп тұрған ешкім жоқ. 👌
call-line =
    👪 { $guardian }, { $phone }
    Баласы: <b>{ $child }</b>
    Сұраған уақыты: { $asked }
call-no-phone = нөмірі жоқ
button-called = ✅ Қоңырау шалынды: { $name }
button-call-open = 📄 { $name }
staff-link =
    🔗 <b>Мына хабарламаны жаңа ұйымдастырушыға жіберіңіз</b>

    { $title }: сілтемені бірінші болып ашқан адам ұйымдастырушы болады.
    { $link }

    Сілтеме бір рет қана ашылады және 10 минут жұмыс істейді. Соңғы уақыты: { $until }.
staff-link-share = Ұйымдастырушы болу үшін сілтемені ашыңыз: { $title }
button-share-staff-link = 📨 Әріптесіме жіберу
staff-welcome = 🎉 Енді сіз ұйымдастырушысыз. Үстеліңізді ашу үшін түймені басыңыз.
team-head =
    👥 <b>Ұйымдастырушылар</b>
    { $title }

    Рөлін қайтарып алу үшін атын басыңыз.
team-none =
    👥 <b>Ұйымдастырушылар</b>
    { $title }

    Әзірге ешкім шақырылмаған.
team-question = <b>{ $name }</b>: ұйымдастырушы рөлін қайтарып аламыз ба? Бұл адамға үстел бірден жабылады.
button-dismiss-yes = Иә, қайтарып аламын
button-dismiss-no = Жоқ, қалсын
notice-staff-joined = 👥 <b>{ $name }</b> енді ұйымдастырушы: { $programme }.
notice-decision-undone = ↩️ <b>{ $name }</b>: «{ $event }» туралы соңғы хабарлама қателесіп жіберілді, оны ескермеңіз. Қазіргі күйін білу үшін түймені басыңыз.
error-undo-expired = 30 секунд өтіп кетті: шешім күшінде қалады. Жаңа шешім қабылдауға болады.
