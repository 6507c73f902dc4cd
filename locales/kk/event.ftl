event =
    <b>{ $title }</b>

    { $summary }

    📅 { $days }
    📍 { $place }
event-open = ✍️ Тіркелудің соңғы күні: { $until }
event-closed = ✍️ Қазір тіркелу жабық.
stream-line = • { $title }, { $days } · { $places }
places-left = 💺 Бос орын: { $places }
places-none = 💺 Бос орын жоқ, күту тізіміне жазыла аласыз
button-register = ✍️ Тіркелу
button-continue = ▶️ Сауалнаманы жалғастыру
button-status = 📋 Тіркелімнің күйі
button-timetable = 🗓 Кесте
button-event = ℹ️ Іс-шара туралы
timetable-head =
    <b>{ $title }</b>
    🗓 { $day }
timetable-none = Бұл күннің кестесі әлі дайын емес.
session-line =
    <b>{ $starts }–{ $ends }</b> { $icon } { $title }
    { $place }
seat-is-yours = ✅ Сіз жазылғансыз
seats-none = 💺 Бос орын жоқ
seat-taken = ✅ Орын сіздікі!
seat-given = Орныңызды босаттыңыз.
button-take-seat = ✋ Жазылу: { $starts } { $title }
button-give-seat = ✓ { $starts } { $title } · бас тарту
