button-now-next = ⏱ Now and next
button-week = 🖼 The week
button-week-of = 🖼 Week of { $day }
button-today = Today
button-tomorrow = Tomorrow
button-calendar = 📆 To my calendar
now-next =
    ⏱ <b>{ $title }</b>
    { $time }
now-is = ▶️ <b>Now:</b>
next-is = ⏭ <b>Next:</b>
now-next-none = Nothing more stands in your timetable.
week-picture = 🖼 <b>{ $title }</b>: your week. The bright line marks what you signed up for.
calendar-file = 📆 Open this file, and your calendar takes the whole timetable. When something changes, ask for it again: what is there is corrected, nothing stands twice.
