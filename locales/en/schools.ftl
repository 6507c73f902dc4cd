button-schools = 🏫 Schools
button-schools-chart = 📊 As a picture
button-schools-number = ✏️ { $stream }: { $number }
button-schools-top = 🏫 All regions
button-schools-up = ⬆️ Up
button-schools-undo = ↩️ Take it back
schools-head = 🏫 <b>{ $title }</b>
schools-top =
    Places taken / places kept, by region. Press one to look inside and to give its schools places.

    🔎 Looking for a school? Type any part of its name.
schools-inside = Inside: places taken / places kept.
schools-alone = Type any part of a name to look for another school.
schools-fill = 🏕 { $stream }: <b>{ $taken }</b> of <b>{ $capacity }</b> taken, { $left } left
schools-fill-none = 🏕 { $stream }: no places kept; { $taken } taken
schools-fill-recalled = 🏕 { $stream }: { $taken } taken; unused places have gone back
schools-kept = , { $number } of them kept for those inside
schools-waiting = { " " }· waiting: { $number }
schools-found = 🔎 This is what I found:
schools-not-found = 🔎 Nothing like that. Try another part of the name, or a number.
schools-number =
    ✏️ <b>{ $unit }</b>
    🏕 { $stream }
    { $now }

    How many places? Type a number from { $least } to { $most }.
schools-number-now = Kept now: <b>{ $number }</b>
schools-number-none = No places are kept yet.
schools-problem-number = I need a whole number.
schools-problem-least = { $least } places are taken or kept inside already: it cannot be less.
schools-problem-most = { $above } has only enough for { $most }. Give it more places first, or type a smaller number.
schools-problem-stream = The stream itself has { $most } places.
schools-changed = ✅ Places: { $before } → <b>{ $after }</b>
schools-no-quota = none
schools-seated = 🎉 Given to those who waited: { $number }
schools-undone = ↩️ As it was before
schools-chart-none = Nobody has places here yet.
button-coordinators = 👤 Coordinators
button-coordinator-invite = 🔗 Invite a coordinator
button-coordinator-share = 📨 Forward the link
coordinators-head =
    👤 <b>{ $unit }</b>

    They look after the pupils here: they forward the link, see who lacks what and remind. Press a name to let somebody go.
coordinators-none =
    👤 <b>{ $unit }</b>

    Nobody looks after the pupils here yet. Invite a teacher: they will see only their own school, and only names, grades and stages.
coordinator-link =
    🔗 A link for the coordinator of <b>{ $unit }</b>:

    { $link }

    It works once, until { $until }. Send it to that person only.
coordinator-share = You are invited to look after the pupils of { $unit }. Open the link:
coordinator-question = Let { $name } go? They will no longer see { $unit }.
notice-coordinator-joined = 👤 { $name } now looks after { $unit }.
button-schools-recall = 🔁 Recall unused places
button-schools-recall-yes = 🔁 Yes, recall them
schools-recall-question =
    🔁 <b>{ $unit }</b>

    Places nobody took: { $number }. They go to the common places of the unit above, and whoever waits there gets them. Pupils from here may still register while common places last.

    Recall them?
schools-recalled = 🔁 Places recalled: <b>{ $number }</b>
schools-restored = ↩️ Places given back: { $number }
