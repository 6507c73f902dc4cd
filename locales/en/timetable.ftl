button-organize-timetable = 🗓 Timetable
timetable-organize = Press a session to change it. ❌ marks what is cancelled.
timetable-organize-none = Nothing stands on this day yet.
button-session-add = ➕ Add a session
button-session-time = ⏰ Time
button-session-place = 📍 Place
button-session-title = 🏷 Title
button-session-speaker = 🗣 Speaker
button-session-capacity = 💺 Places
button-session-stream = 🏕 For whom
button-session-squads = 🚩 Squads
button-session-no-squads = 👥 No squads: everybody goes
button-session-squads-done = ✅ Done
button-session-kind = 🎭 Kind
button-session-cancel = 🗑 Cancel the session
button-session-restore = ♻️ Hold it after all
button-session-undo = ↩️ Take the change back
button-session-save = ✅ Save
button-session-save-anyway = ⚠️ Save all the same
button-session-no-speaker = Without a speaker
button-session-no-limit = Everybody takes part, no sign-up
session-when = ⏰ { $when }
session-place = 📍 { $place }
session-speaker = 🗣 { $speaker }
session-for-all = 👥 Everybody
session-for-stream = 🏕 { $stream }
session-squad-ended = a squad that is closed
session-places = 💺 By sign-up, { $taken } of { $capacity } places taken
session-other-language = {"    "}<i>{ $language }: { $text }</i>
session-is-cancelled = ❌ Cancelled
session-saved = ✅ <b>Saved.</b> Those it concerns will read of it in a minute.
session-undo-hint = ↩️ For a minute you can take the change back, and nobody will have known.
session-undone = Taken back. Nobody was told.
session-would-add = ➕ <b>A new session</b>
session-would-cancel = ❌ <b>Will be cancelled:</b> { $when }. Whoever signed up loses the place and is told.
session-would-restore = ♻️ <b>Will be held after all:</b> { $when }
session-nothing-changes = Nothing would change.
session-clashes = ⚠️ <b>At the same time:</b>
session-clash-place = 📍 in the same place: { $starts }–{ $ends } { $title }
session-clash-speaker = 🗣 with the same speaker: { $starts }–{ $ends } { $title }
session-clash-stream = 👥 for the same people: { $starts }–{ $ends } { $title }
session-clash-squad = 🚩 for the same squad: { $starts }–{ $ends } { $title }
session-save-anyway = Save although they overlap?
session-shift = { $sign }{ $minutes } min
session-ask-time =
    ⏰ Now: { $when }

    Move it with a button, or write the new time: <code>16:30</code>, <code>16:30-18:00</code> or with the day <code>07.07 16:30</code>.
session-ask-place = 📍 Write the new place: one line for everybody, or three lines (Kazakh, Russian, English). This is how it stands now:
session-ask-title = 🏷 Write the new title: one line for everybody, or three lines (Kazakh, Russian, English). This is how it stands now:
session-ask-speaker = 🗣 Who speaks? One line for everybody, or three lines (Kazakh, Russian, English).
session-ask-capacity = 💺 How many places? Taken so far: { $taken }. Write a number.
session-ask-new =
    ➕ <b>{ $day }</b>

    Write the new session line by line: the time, the title, the place and, if there is one, the speaker. For example:

    <code>15:00-16:30
    Debate club
    Hall B
    Asel Nurlan</code>

    Titles in the other languages, places and the rest can be set afterwards.
session-pick-stream = 🏕 Who is it for?
session-pick-squads =
    🚩 <b>Which squads is it for?</b>
    Press one after the other, then “Done”. Only these squads, their families and their leaders will see it.
session-pick-kind = 🎭 What kind of session is it?
session-kind-lecture = lecture
session-kind-seminar = seminar
session-kind-training = training
session-kind-workshop = workshop
session-kind-excursion = excursion
session-kind-ceremony = ceremony
session-kind-contest = contest
session-kind-meeting = meeting
session-kind-meal = meal
session-kind-free = free time
session-kind-travel = travel
move-title-line = { $icon } <b>{ $title }</b>
move-day = 📅 { $day }
move-time = ⏰ { $change }
move-place = 📍 { $change }
move-speaker = 🗣 { $change }
move-title = 🏷 { $change }
move-beside = <s>{ $old }</s> → <b>{ $new }</b>
move-only-new = <b>{ $new }</b>
move-only-old = <s>{ $old }</s>
move-by-sign-up = ✋ From now on by sign-up: take a place in the timetable.
move-for-all = 👥 Everybody takes part now, no sign-up needed.
move-capacity = 💺 Places: <s>{ $was }</s> → <b>{ $now }</b>
move-audience = <s>{ $old }</s> → <b>{ $new }</b>
move-kind = 🎭 <s>{ $old }</s> → <b>{ $new }</b>
move-cancelled =
    ❌ Cancelled: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-gone =
    ➖ Not in your timetable any more: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-new =
    🆕 { $when }
    📍 { $place }
move-more = … and { $count } more. The timetable has everything.
notice-timetable-changed =
    🔁 <b>The timetable has changed</b>
    { $event }
timetable-problem-time = ⚠️ The time could not be read. Write it like this: 16:30 or 16:30-18:00
timetable-problem-order = ⚠️ The end must be after the start, on the same day.
timetable-problem-days = ⚠️ Nobody is at the event on that day. Choose one of its days.
timetable-problem-lines = ⚠️ Write one line, or exactly three: Kazakh, Russian, English. At most 200 characters each.
timetable-problem-places = ⚠️ Write a number from 1 to 10,000.
timetable-problem-taken = ⚠️ More people have signed up than that. First give some of them another session.
timetable-problem-new = ⚠️ From two to four lines are needed: time, title, place, speaker.
error-session-text = This cannot be set for a session.
error-session-undo-over = The minute is over: people have been told. You can change the session again.
seat-waits = ⏳ You wait for a place, number { $position } in line
button-wait-seat = ⏳ Wait for a place: { $starts } { $title }
button-leave-seat = ✖️ Wait no more: { $starts } { $title }
seat-queued = ⏳ You are in line. The moment a place is free for you, you will read of it.
seat-left = You wait for this session no more.
notice-session-place = 🎉 <b>A place became free, and it is yours!</b>

move-new-place =
    ⏰ { $when }
    📍 { $place }
