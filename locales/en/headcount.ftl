button-headcounts = 🧮 Head count
button-headcount-all = ▶️ Count everybody: { $count } in { $squads ->
        [one] { $squads } squad
       *[other] { $squads } squads
    }
button-headcount-choose = 🚩 Choose squads
button-headcount-chosen = ▶️ Count: { $count } in { $squads ->
        [one] { $squads } squad
       *[other] { $squads } squads
    }
button-headcount-calls = 📞 Whom to call
button-headcount-squads = 🚩 Squad by squad
button-headcount-live = 🧮 The figures
button-headcount-close = ⏹ Close the count
button-headcount-close-yes = ⏹ Yes, close it
button-headcount-on = 🧮 Head count: open the list
button-headcount-everybody = ✅ Everybody is here: { $count }
button-headcount-others = ✅ The others are here: { $count }
button-headcount-done = 🏁 Done: here { $present }, missing { $missing }
button-headcount-one-by-one = ☑️ Tick one by one instead
button-headcount-who-is-missing = ❌ Only tap who is missing
headcounts-head = 🧮 <b>Head count</b>: { $title }
headcounts-how = One press sends every leader the list of their squad. Leaders who are not done after { $minutes } min are reminded; after twice as long you get their phone numbers.
headcounts-none = There are no children in squads yet. Make squads first.
headcounts-choose =
    🚩 <b>Which squads?</b>
    { $title }

    Tap the squads to count, then the green button.
headcounts-unled = ⚠️ No leader in the bot: { $squads }. You can count these yourself, “Squad by squad”.
headcounts-without = ⚠️ In no squad, so not counted: { $count }.
headcounts-earlier = <b>Before:</b>
headcount-earlier = { $moment }: here { $present } of { $expected }
headcount-live =
    🧮 <b>Head count</b> since { $since }
    { $title }
headcount-figures = Expected <b>{ $expected }</b> · here <b>{ $present }</b> · missing <b>{ $missing }</b> · not marked { $open }
headcount-squads = Squads done: { $done } of { $count }
headcount-took = ⏱ All squads done in { $minutes } min { $seconds } s
headcount-away = Out of camp with permission, not counted: { $count }
headcount-missing-now = ❌ <b>Missing now</b>
headcount-missing-line = • <b>{ $name }</b> · { $squad } · { $leaders } · since { $since }
headcount-more = … and { $count } more
headcount-late-head = ⏳ <b>Not done yet</b>
headcount-late-line = • { $squad }: { $present } of { $expected }
headcount-short-line = • { $squad }: here { $present } of { $expected }
headcount-nobody = no leader in the bot
headcount-closed = ⏹ The count was closed at { $time }.
headcount-over = ⏹ This count is over. A new one will come as a new message.
headcount-which = 🚩 Which squad? You can count it for its leader, or correct it.
headcount-calls =
    📞 <b>Whom to call</b>: { $title }
    Leaders of squads that are not done or miss somebody. It is recorded who opens this list.
headcount-calls-none = Nobody: every squad is done and everybody is here.
headcount-no-phone = no number known
headcount-close = Close the count? Missing: { $missing }, not marked: { $open }. It stays in the record like this, and leaders can change nothing any more.
headcount-roll =
    🧮 <b>Head count</b> since { $since }: <b>{ $squad }</b>
    { $title }
headcount-stands = Here { $present } of { $expected } · missing { $missing } · not marked { $open }
headcount-how-missing = Tap whoever is <b>missing</b>. When you see all the others, press the green button. A second tap takes a tap back.
headcount-how-present = Tap everybody you <b>see</b>. Whoever is not ticked when you press the green button is missing. A second tap takes a tap back.
headcount-done = 🏁 Done at { $time }, thank you. If somebody turns up or is missing after all, tap the name: organizers see it at once.
headcount-missing-here = ❌ Missing: { $names }
notice-headcount =
    🧮 <b>Head count now: { $squad }</b>
    { $event } · children: { $count }
notice-headcount-late =
    ⏰ <b>Your squad is not counted yet: { $squad }</b>
    { $event } · children: { $count }. Organizers are waiting for it.
notice-headcount-calls =
    📞 <b>Head count: squads not done: { $number }</b>
    { $event }. Their leaders have not answered; please call them.
