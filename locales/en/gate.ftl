button-gates = 🚪 Gate
button-gate-find = 🔎 Find by name
button-gate-counts = 🚪 Who is inside
button-gate-missing = 🕓 Not here yet: { $number }
button-let-in = ✅ Let in
button-let-in-at = ✅ Let in: { $gate }
button-let-in-undo = ↩️ A mistake: undo
gate-kind-arrival = Arrival
gate-kind-bus = Bus
gate-kind-entrance = Entrance
gate-kind-dining = Dining hall
gate-kind-exit = Way out
gate-rooms =
    🚪 <b>Gate</b>

    For which event do you let people in?
gate-rooms-none = 🚪 There is no event now at which you let people in.
gate-room =
    🚪 <b>Gate</b>
    { $title }
gate-inside = { $gate }: <b>{ $number }</b> of { $expected } inside
gate-how = Scan a ticket with your phone’s camera and open the link, or type /ticket and its code. No ticket at hand? Find the person by name.
gate-missing = 🕓 <b>{ $gate }</b>: still awaited { $number } of { $expected }
gate-missing-line = • { $name }
gate-missing-of = • { $name } · { $unit }
gate-missing-none = Everybody is here. 🎉
gate-find = 🔎 { $title }: type a part of the name or of the school.
gate-by-name = 🔎 <b>Found by name, without a ticket.</b> Make sure that it is this person.
gate-let-in = ✅ <b>LET IN</b> · { $gate } · { $time }
gate-already =
    ⛔ <b>ALREADY LET IN</b>
    { $gate } · { $time } · { $by }
gate-already-toast = ⛔ Already let in. One ticket lets in once.
gate-undone = ↩️ Taken back: not let in.
gate-name = 👤 <b>{ $name }</b>
gate-grade = 🎓 Grade { $grade }
gate-school = 🏫 { $unit }
gate-squad = 🚩 { $squad }
gate-event = 🏕 { $title } · { $stream } · { $days }
gate-not-yet = ▫️ { $gate }: not yet
gate-since = ✅ { $gate }: { $time } · { $by }
notice-checked-in = ✅ <b>{ $name } has arrived</b> and was met at { $time }. { $event }
notice-not-checked-in = ⚠️ <b>A correction:</b> { $name } has not arrived yet, the last message was sent by mistake. We will write as soon as we meet them. { $event }
