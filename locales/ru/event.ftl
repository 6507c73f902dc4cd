event =
    <b>{ $title }</b>

    { $summary }

    📅 { $days }
    📍 { $place }
event-open = ✍️ Регистрация открыта до: { $until }
event-closed = ✍️ Сейчас регистрация закрыта.
stream-line = • { $title }, { $days } · { $places }
places-left = 💺 Свободных мест: { $places }
places-none = 💺 Мест нет, можно записаться в лист ожидания
button-register = ✍️ Записаться
button-continue = ▶️ Продолжить анкету
button-status = 📋 Статус заявки
button-timetable = 🗓 Расписание
button-event = ℹ️ О мероприятии
timetable-head =
    <b>{ $title }</b>
    🗓 { $day }
timetable-none = На этот день расписания пока нет.
session-line =
    <b>{ $starts }–{ $ends }</b> { $icon } { $title }
    { $place }
seat-is-yours = ✅ Вы записаны
seats-none = 💺 Мест нет
seat-taken = ✅ Место за вами!
seat-given = Вы освободили место.
button-take-seat = ✋ Записаться: { $starts } { $title }
button-give-seat = ✓ { $starts } { $title } · отказаться
