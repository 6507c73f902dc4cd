button-speaker-room = 🎤 Мои выступления
speaker-room =
    🎤 <b>Вы выступаете здесь</b>

    Нажмите на занятие: время, место и сколько человек придёт. ✅ — вы придёте, ❌ — не сможете, ❔ — ждём ответа.
speaker-room-none =
    🎤 Пока вы нигде не выступаете.

    Если вас пригласили, откройте ссылку, которую прислали организаторы.
speaker-expected = 👥 Ожидается человек: { $count }
speaker-says-nothing = ❔ Вы сможете провести это занятие?
speaker-says-can = ✅ Вы ответили, что придёте. Спасибо!
speaker-says-cannot = ❌ Вы ответили, что не сможете. Организаторы знают.
button-speaker-can = ✅ Смогу
button-speaker-cannot = ❌ Не смогу
speaker-thanks-can = Спасибо! Организаторы увидят, что вы придёте.
speaker-thanks-cannot = Передали организаторам. Если всё-таки сможете, нажмите «Смогу».
notice-speaker-changed =
    🔁 <b>Ваше занятие изменилось</b>
    { $event }
speaker-asked = Вы сможете?
speaker-is-can = {"    "}✅ { $name } придёт
speaker-is-cannot = {"    "}❌ { $name } не сможет
speaker-is-silent = {"    "}⏳ { $name } пока молчит
speakers-unknown = 🔗 <b>{ $name }</b>: ещё не в боте, занятий: { $count }
button-speaker-invite = 🔗 Пригласить спикера
button-speaker-part = ✖️ Больше не спикер: { $name }
button-speaker-part-yes = ✖️ Да, больше не спикер
speaker-part-question = <b>{ $name }</b> больше не увидит занятие «{ $title }» и не узнает об изменениях. Убрать? Потом можно пригласить снова.
speaker-link =
    🔗 <b>Ссылка для спикера: { $speaker }</b>
    { $title }

    { $link }

    Перешлите её спикеру. Она действует один раз, в течение суток. Кто откроет её первым, увидит свои занятия и будет узнавать об изменениях.
speaker-link-share = Здесь ваше расписание и изменения: { $title }
button-share-speaker-link = 📨 Отправить спикеру
button-speakers = 🎤 Спикеры: кто придёт
speakers-head =
    🎤 <b>Спикеры</b>
    { $title }
speakers-none = Впереди нет занятий со спикером. Спикера можно указать в самом занятии.
speakers-line =
    { $when }
    <b>{ $speaker }</b> · { $title }
notice-speaker-joined = 🎤 <b>{ $name }</b> теперь спикер в боте. { $event }
notice-speaker-can = ✅ Спикер <b>{ $name }</b> всё-таки сможет. { $event }
notice-speaker-cannot = ❌ Спикер <b>{ $name }</b> не сможет прийти. { $event }
