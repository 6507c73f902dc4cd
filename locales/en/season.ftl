button-season = 🧬 New season
button-event-days = 📆 Dates
button-open-event = 🚀 Open for registration
season-hidden = 🙈 Only organizers see this event so far.
season-ask-name =
    🧬 <b>{ $title }: a new season</b>

    The form, the consent texts, streams, places, quotas, timetable and reminders are copied. Registrations and people are not.

    What is the new season called? For example: { $example }
season-ask-day =
    🧬 <b>{ $season }</b>

    Write the first day of the new season. Last time it was { $day }. Write it like this: { $example }
season-plan =
    🧬 <b>{ $title }</b>

    📅 Days: { $days }
    📝 Registration: { $opens } – { $closes }
season-plan-stream = 🏕 { $title }: { $days }, places: { $capacity }
season-plan-foot = Please check. Until you open the event only organizers see it, and dates can be corrected later.
season-plan-years = The accepted dates of birth were moved by this many years: { $years }.
button-season-create = ✅ Create
season-created = ✅ The new season is ready: <b>{ $title }</b>. Only organizers see it so far.
open-event-question = Open “{ $title }”? Everybody will see the event then. Registration: { $opens } – { $closes }.
button-open-event-yes = 🚀 Yes, open it
event-opened = 🚀 The event is open, everybody sees it now.
days-room =
    🗓 <b>{ $title }</b>

    Press a date to change it.
days-of-opens = Registration from: { $day }
days-of-closes = Registration until: { $day }
days-of-starts = { $title } starts: { $day }
days-of-ends = { $title } ends: { $day }
days-ask =
    🗓 <b>{ $what }</b>

    Write the new date like this: { $example }
days-set = ✅ Saved. { $what }
days-told = The families learn of it in a minute, registrations: { $count }. Until then the date can be brought back, and nobody is told.
notice-stream-days =
    📅 <b>The dates have changed</b>
    { $event } · { $stream }
button-days-undo = ↩️ Bring the earlier date back
day-not-understood = ⚠️ The date could not be read. Write it like this: 06.07.2028
day-order = ⚠️ The start cannot be after the end.
day-closes-late = ⚠️ Registration must end before the last stream starts.
day-sessions = ⚠️ The stream’s timetable has sessions outside these days. Change the timetable first.
day-same = ⚠️ The new season must start on another day.
error-season-name = ⚠️ Write a short name of the season with a digit or a Latin letter in it. For example: 2028
error-day = This date cannot be set.
