button-correction = ✏️ Изменить текст
button-correction-yes = ✏️ Да, изменить
button-correction-again = ✍️ Написать заново
broadcast-head-correcting = <b>✏️ Текст меняется в чатах</b>
correction-which = <b>✏️ Какой текст изменить?</b>
correction-how =
    Он заменит текст, который уже есть у людей в чатах; фото останутся. Не больше { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
        [many] { $longest } знаков
       *[other] { $longest } знаков
    }.
correction-text-needed = ⚠️ Пришлите, пожалуйста, новый текст сообщением.
correction-question = <b>✏️ Изменить текст?</b> { $language }
correction-was = <b>— Сейчас —</b>
correction-will-be = <b>— Будет —</b>
correction-cut = { $text }…
correction-concerned = 👥 Текст изменится у людей: { $number }. Telegram никого не предупреждает об изменении; кто ещё не получил, получит новый текст.
correction-nobody = ✏️ Текст изменён; старого ни у кого не было.
correction-changed = ✏️ Изменено в чатах: <b>{ $number }</b> из { $concerned }
correction-waiting = ⏳ Осталось изменить: { $number }
correction-left = ⚠️ Изменить не получилось: <b>{ $number }</b>
history-broadcast-correct = текст объявления изменён
