button-gates = 🚪 Вход
button-gate-find = 🔎 Найти по имени
button-gate-counts = 🚪 Кто внутри
button-gate-missing = 🕓 Ещё не пришли: { $number }
button-let-in = ✅ Впустить
button-let-in-at = ✅ Впустить: { $gate }
button-let-in-undo = ↩️ Ошибка: отменить
gate-kind-arrival = Заезд
gate-kind-bus = Автобус
gate-kind-entrance = Вход
gate-kind-dining = Столовая
gate-kind-exit = Выход
gate-rooms =
    🚪 <b>Вход</b>

    На каком мероприятии вы встречаете участников?
gate-rooms-none = 🚪 Сейчас нет мероприятия, где вы встречаете участников.
gate-room =
    🚪 <b>Вход</b>
    { $title }
gate-inside = { $gate }: внутри <b>{ $number }</b> из { $expected }
gate-how = Наведите камеру телефона на билет и откройте ссылку или напишите /ticket и код. Билета нет под рукой? Найдите человека по имени.
gate-missing = 🕓 <b>{ $gate }</b>: ещё ждём { $number } из { $expected }
gate-missing-line = • { $name }
gate-missing-of = • { $name } · { $unit }
gate-missing-none = Все на месте. 🎉
gate-find = 🔎 { $title }: напишите часть имени или школы.
gate-by-name = 🔎 <b>Найден(а) по имени, без билета.</b> Убедитесь, что это тот самый человек.
gate-let-in = ✅ <b>ВХОД ОТМЕЧЕН</b> · { $gate } · { $time }
gate-already =
    ⛔ <b>УЖЕ ВНУТРИ</b>
    { $gate } · { $time } · { $by }
gate-already-toast = ⛔ Вход уже отмечен. По одному билету дважды не впускают.
gate-undone = ↩️ Отменено: вход не отмечен.
gate-name = 👤 <b>{ $name }</b>
gate-grade = 🎓 Класс: { $grade }
gate-school = 🏫 { $unit }
gate-squad = 🚩 { $squad }
gate-event = 🏕 { $title } · { $stream } · { $days }
gate-not-yet = ▫️ { $gate }: ещё нет
gate-since = ✅ { $gate }: { $time } · { $by }
notice-checked-in = ✅ <b>{ $name } уже на месте:</b> встретили в { $time }. { $event }
notice-not-checked-in = ⚠️ <b>Поправка:</b> { $name } ещё не на месте, прошлое сообщение отправлено по ошибке. Сразу напишем, когда встретим. { $event }
