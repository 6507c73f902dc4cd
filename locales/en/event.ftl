event =
    <b>{ $title }</b>

    { $summary }

    📅 { $days }
    📍 { $place }
event-open = ✍️ Registration open until: { $until }
event-closed = ✍️ Registration is closed at the moment.
stream-line = • { $title }, { $days } · { $places }
places-left = 💺 Places left: { $places }
places-none = 💺 No places left; you can join the waitlist
button-register = ✍️ Sign up
button-continue = ▶️ Continue the form
button-status = 📋 Registration status
button-timetable = 🗓 Timetable
button-event = ℹ️ About the event
timetable-head =
    <b>{ $title }</b>
    🗓 { $day }
timetable-none = There is no timetable for this day yet.
session-line =
    <b>{ $starts }–{ $ends }</b> { $icon } { $title }
    { $place }
seat-is-yours = ✅ You are signed up
seats-none = 💺 No places left
seat-taken = ✅ The place is yours!
seat-given = You have given up your place.
button-take-seat = ✋ Sign up: { $starts } { $title }
button-give-seat = ✓ { $starts } { $title } · give up
