button-broadcasts = 📣 Все объявления
button-broadcast-new = ➕ Новое объявление
button-newer = ⬅ Новее
button-older = Раньше ➡
button-skip-language = Пропустить этот язык
button-broadcast-draft = 📝 К черновику
button-broadcast-event = 🏕 Мероприятие
button-broadcast-stream = 📅 Смена
button-broadcast-status = 📋 Статус
button-broadcast-role = 👥 Кому
button-broadcast-language = 🌐 Язык
button-broadcast-done = ✅ Готово
button-broadcast-bare = 🖼 Убрать вложение
button-broadcast-check = 👁 Проверить и отправить
button-broadcast-look = 👁 { $language }
button-broadcast-send = 📣 Отправить: { $number }
button-broadcast-marked = 📣 Отправить с пометкой: { $number }
button-broadcast-undo = ↩️ Отменить отправку
button-broadcast-stop = ⛔ Остановить
button-broadcast-refresh = 🔄 Обновить
button-broadcast-retry = 🔁 Отправить неудачные снова: { $number }
button-broadcast-drop = 🗑 Удалить черновик
button-broadcast-drop-yes = 🗑 Да, удалить
broadcasts =
    <b>📣 Объявления</b>
    { $programme }

    Откройте одно из них или напишите новое.
broadcasts-none =
    <b>📣 Объявления</b>
    { $programme }

    Объявлений пока нет.
broadcast-line-composing = 📝 { $start }
broadcast-line-scheduled = ⏱ { $moment } · { $start }
broadcast-line-sending = 📤 { $sent }/{ $recipients } · { $start }
broadcast-line-stopped = ⛔ { $sent }/{ $recipients } · { $start }
broadcast-line-sent = ✅ { $sent }/{ $recipients } · { $start }
broadcast-start = «{ $text }»
broadcast-empty = пустой черновик
broadcast-ask-kk = ✍️ <b>Напишите объявление на казахском.</b>
broadcast-ask-ru = ✍️ <b>Напишите объявление на русском.</b>
broadcast-ask-en = ✍️ <b>Напишите объявление на английском.</b>
broadcast-how =
    Жирный шрифт, ссылки и другое оформление сохранятся. Можно прислать документ или до 10 фото с текстом в подписи: они уйдут на всех языках. Не больше { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
        [many] { $longest } знаков
       *[other] { $longest } знаков
    }.
broadcast-now = Текст сейчас:
broadcast-text-needed = ⚠️ Пришлите, пожалуйста, текст, фото или документ с текстом в подписи.
broadcast-too-long =
    ⚠️ В тексте { $length ->
        [one] { $length } знак
        [few] { $length } знака
        [many] { $length } знаков
       *[other] { $length } знаков
    }, а помещается не больше { $longest }. Ничего не изменилось. Сократите, пожалуйста, текст и пришлите снова.
broadcast-draft = <b>📝 Объявление: черновик</b>
broadcast-whom = <b>Кто получит</b>
broadcast-no-text-yet = текста пока нет
broadcast-photo = 🖼 С фото
broadcast-drop-question = Удалить черновик { $start }? Вернуть его будет нельзя.
broadcast-for-event = 🏕 { $event }
broadcast-for-events = 🏕 Все мероприятия программы
broadcast-for-stream = 📅 { $stream }
broadcast-for-streams = 📅 Все смены
broadcast-for-statuses = 📋 { $statuses }
broadcast-for-no-status = 📋 Статус не выбран
broadcast-for-language = 🌐 Только те, чей язык: { $language }
broadcast-for-languages = 🌐 Все языки
broadcast-status-confirmed = подтверждены
broadcast-status-pending = ждут организаторов
broadcast-status-awaiting-guardian = ждут согласия родителя
broadcast-status-returned = на исправлении
broadcast-status-waitlisted = в листе ожидания
broadcast-choose-event = О каком мероприятии объявление?
broadcast-choose-stream = Для какой смены?
broadcast-choose-status = Какие заявки? Можно выбрать несколько.
broadcast-choose-role = Кто эти люди? Можно выбрать несколько.
broadcast-choose-language = На каком языке читают получатели? Каждый получит текст на своём.
broadcast-check = <b>👁 Проверьте перед отправкой</b>
broadcast-people = <b>Получателей: { $number }</b>
broadcast-count-student = • участники: { $number } ({ $languages })
broadcast-count-guardian = • родители: { $number } ({ $languages })
broadcast-count-both = • участники, они же родители: { $number } ({ $languages })
broadcast-count-coordinator = • координаторы школ: { $number } ({ $languages })
broadcast-count-staff = • команда: { $number } ({ $languages })
broadcast-names = Например: { $names }
broadcast-takes = ⏱ Отправка займёт { $duration }
broadcast-a-minute = меньше минуты
broadcast-minutes =
    около { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минут
    }
broadcast-nobody = ⚠️ <b>Сейчас под этот выбор никто не подходит.</b> Вернитесь и выберите другие статусы, смены или языки.
broadcast-missing-kk = ⚠️ <b>Нет текста на казахском.</b> На нём читают: { $number }.
broadcast-missing-ru = ⚠️ <b>Нет текста на русском.</b> На нём читают: { $number }.
broadcast-missing-en = ⚠️ <b>Нет текста на английском.</b> На нём читают: { $number }.
broadcast-missing-remedy = Добавьте текст или отправьте с пометкой: эти люди получат его на другом языке, и строка сверху об этом скажет.
broadcast-mark-kk = <i>ℹ️ Это объявление на казахском языке.</i>
broadcast-mark-ru = <i>ℹ️ Это объявление на русском языке.</i>
broadcast-mark-en = <i>ℹ️ Это объявление на английском языке.</i>
broadcast-undone = Отправка отменена: никто ничего не получил. Объявление снова черновик.
broadcast-head-scheduled =
    <b>⏱ Отправим через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунд
    }</b>

    До этого отправку можно отменить.
broadcast-head-sending = <b>📤 Объявление отправляется</b>
broadcast-head-stopping = <b>⛔ Остановлено; доходят последние сообщения, что уже в пути</b>
broadcast-head-stopped = <b>⛔ Отправка остановлена</b>
broadcast-head-sent = <b>✅ Объявление отправлено</b>
broadcast-left = ⏱ Осталось: { $duration }
broadcast-figure-recipients = 👥 Получателей: <b>{ $number }</b>
broadcast-figure-sent = ✅ Отправлено: <b>{ $number }</b>
broadcast-figure-waiting = ⏳ Ждут очереди: { $number }
broadcast-figure-unreachable = 📵 Заблокировали бота или ушли из Telegram: { $number }
broadcast-figure-unknown = ❔ Отправлено, но Telegram не подтвердил: { $number }
broadcast-figure-failed = ⚠️ Не удалось отправить: { $number }
broadcast-figure-expired = ⌛ Устарело до отправки: { $number }
broadcast-figure-stopped = ⛔ Остановлено до отправки: { $number }
broadcast-figure-held = 🌙 Ждут вечерней сводки: { $number }
broadcast-figure-kept = 📥 Лежит в списке, не отправлено (хотят только срочное): { $number }
