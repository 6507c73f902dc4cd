attention = 🔔 <b>Что и когда вам приходит</b>
attention-is-everything = Сейчас: всё приходит сразу.
attention-is-evening = Сейчас: то, что может подождать, приходит одним сообщением в { $hour }. Срочное и ответы вам приходят сразу.
attention-is-urgent = Сейчас: приходит только срочное и ответы вам. Остальное можно прочитать потом в списке «Пропущенное».
button-attention = 🔔 Сообщения
button-attention-everything = 📬 Всё сразу
button-attention-evening = 🌙 Вечерняя сводка
button-attention-urgent = 🚨 Только срочное
button-missed = 📥 Пропущенное ({ $number })
button-missed-list = ⬅ Пропущенное
missed =
    📥 <b>Пропущенное: { $number }</b>

    Нажмите на сообщение, чтобы прочитать его целиком.
missed-none = 📥 Вы ничего не пропустили. Здесь будет то, что не приходит сразу.
digest =
    🌙 <b>Вечерняя сводка</b>: { $number ->
        [one] { $number } сообщение
        [few] { $number } сообщения
        [many] { $number } сообщений
       *[other] { $number } сообщения
    }. Нажмите номер внизу, чтобы открыть.
digest-more = … и ещё { $number }: откройте по номеру внизу.
command-notices = Что и когда мне приходит
digest-emptied = 🌙 То, что было в этой сводке, организаторы удалили.
