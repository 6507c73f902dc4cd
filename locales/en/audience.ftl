button-audience = 👥 Choose who gets it
button-audience-session = 🎟 Session
button-audience-squad = 🚩 Squad
button-audience-back = ⬅ Who gets it
button-audience-only-unit = ✅ Only this one
button-audience-only-session = ✅ Only those with a place
button-audience-only-waiting = ✅ Only those who wait
button-audience-only-squad = ✅ Only this squad
button-audience-only-person = ✅ Write to this person
button-audience-without = ➖ Everybody but these
button-audience-off = ↩️ Drop this condition
button-audience-waiting = ⏳ Who waits for a place
audience-head = <b>👥 Who gets it</b>
audience-count =
    <b>Now: { $number ->
        [one] { $number } person
       *[other] { $number } people
    }</b>
audience-nobody = <b>Now: nobody</b>
audience-roles = 👥 { $roles }
audience-no-role = 👥 Nobody is chosen: press “Who”
audience-no-language = no language
audience-role-student = participants
audience-role-guardian = their parents
audience-role-coordinator = school coordinators
audience-role-staff = staff
audience-only-unit = 📍 Only: { $titles }
audience-only-session = 🎟 Only with a place: { $titles }
audience-only-waiting = ⏳ Waiting for a place: { $titles }
audience-only-squad = 🚩 Only: { $titles }
audience-only-person = 🙋 Only: { $titles }
audience-also = ➕ Also: { $titles }
audience-without = ➖ Not for: { $titles }
audience-gone = not there any more
audience-choose-session = Which session is it about? These are the ones people sign up for.
audience-none-session = People sign up for no session yet. Once a session has places, it appears here.
audience-choose-squad = Which squad is it for?
audience-none-squad = There are no squads yet.
audience-card-unchosen =
    { $title }

    Write only to these, or to everybody else?
audience-card-only =
    ➕ { $title }

    It is for these.
audience-card-without =
    ➖ { $title }

    It is not for these.
button-audience-person = 🙋 By name
audience-ask-person = 🙋 Type a part of the name. Whoever you pick gets the announcement whatever their stream and status; nobody who has left is shown.
audience-found = Who is it? A press adds them.
audience-next-person = 🙋 To add somebody else, just type the next name.
button-saved = ⭐ Saved
button-saved-new = ➕ Save this choice
button-saved-use = ✅ Use it
button-saved-rename = ✏️ Rename
button-saved-drop = 🗑 Delete
button-saved-undo = ↩️ Bring it back
saved =
    <b>⭐ Saved audiences</b>

    Who fits is looked up anew each time.
saved-none =
    <b>⭐ Saved audiences</b>

    None yet. Choose who gets an announcement, save that choice under a name, and use it again another day.
saved-one = <b>⭐ { $name }</b>
saved-dropped = 🗑 Deleted: { $name }
saved-ask = ⭐ What shall this choice be called? Type a name, for example: parents of bus 3
saved-ask-again = ✏️ Now it is called <b>{ $name }</b>. Type the new name.
audience-card-person =
    🙋 { $name }

    Write to this person, or to everybody else?
