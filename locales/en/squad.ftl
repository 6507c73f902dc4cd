button-squads = 🚩 Squads
button-squads-make = ➕ Make squads
button-squads-count = { $count } × { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
button-squads-waiting = 🙋 Without a squad: { $count }
button-squads-spread = 🪄 Spread over the squads
button-squads-spread-yes = ✅ Spread: { $count }
button-squads-mixed = 🌈 Mix the schools
button-squads-together = 🏫 Keep schools together
button-squad-out = ✖️ Out of the squad
button-squad-new = 🚩 Where it is now
button-squad-old = 🚩 Where it was
button-squad-name = ✏️ Name
button-squad-places = 🔢 Places
button-squad-end = 🗑 Close the squad
button-squad-end-yes = 🗑 Yes, close it
squad-number = Squad { $number }
squads-head = 🚩 <b>Squads</b>: { $title }
squads-none = No squads yet. Press “Make squads”: all of them are made at once, and can be named and changed later.
squads-without = Without a squad: { $count }
squads-made = ✅ Squads made: { $count }. Leaders are invited from each squad’s own page.
squads-spread = ✅ In squads now: { $count } more.
squads-undone = ↩️ Undone.
squads-which-stream = For which stream?
squads-how-many = <b>{ $stream }</b>: { $capacity } places. How many squads, and of what size? Both can be changed later.
squads-schools =
    How shall the children be spread? Squads fill evenly, with grades and girls and boys mixed as evenly as possible.

    🌈 children of one school go to different squads and make new friends
    🏫 children of one school stay in the same squad
squads-preview = 🪄 <b>This is how it would be</b> ({ $schools }). Nothing has changed yet; it concerns: { $placed }.
squads-mixed = schools mixed
squads-together = schools together
squads-left = ⚠️ No place in any squad for: { $count }. Make another squad, or give one more places.
squads-waiting-head = 🙋 <b>Without a squad</b>: { $count }. A press on a name chooses a squad.
squad-line = { $squad }: { $members } / { $places }
squad-after = { $squad }: { $before } → <b>{ $after }</b> / { $places }
squad-grades = by grade { $grades }
squad-head = 🚩 <b>{ $squad }</b>: { $members } / { $places }
squad-leaders = 🧭 Leaders: { $names }
squad-no-leaders = 🧭 No leader yet.
squad-empty = Nobody is here.
squad-move = Where to: <b>{ $name }</b>?
squad-moved = ✅ Moved.
squad-taken-out = ✅ In no squad now.
squad-ask-name = ✏️ <b>{ $squad }</b> ({ $members } / { $places }): what shall it be called? Type the name, at most 40 characters.
squad-ask-places = 🔢 <b>{ $squad }</b>: how many places? Now { $places }, of which { $members } are taken. Type the number.
squad-end-question = Close “{ $squad }”? Nobody is in it; its leaders will not be leaders any more.
button-squad-invite = ➕ Invite a leader
button-squad-calls = 📞 Parents’ phones
button-leader = 🧭 My squad
role-leader = squad leader
squad-link =
    🔗 Link for a leader: <b>{ $squad }</b>
    { $title }

    { $link }

    It works once, until { $until }. Whoever opens it sees this squad only: names, grades, schools, parents’ phones. The role ends with the event.
squad-link-share = You are invited to lead: { $squad }, { $title }
squad-dismiss = <b>{ $name }</b> will not lead this squad any more: { $squad }. Go on?
notice-leader-joined = 🧭 <b>{ $name }</b> leads now: { $squad }. If that is the wrong person, let them go on the squad’s page.
leader-own = 🧭 <b>Your squads</b>
leader-none = 🧭 You lead no squad now.
leader-squad =
    🧭 <b>{ $squad }</b>: { $count }
    { $title }

    You lead this squad. Names and phones are for looking after the children only, please share them with nobody.
squad-calls = 📞 <b>{ $squad }</b>: parents. It is recorded who opens this list.
squad-call = { $guardian }: { $phone }
family-squad = 🚩 Squad: <b>{ $squad }</b>
family-squad-led = 🚩 Squad: <b>{ $squad }</b>, leader: { $leaders }
error-squad-unknown = There is no such squad, or more than one. Make squads first, or name them by their numbers.
error-squad-full = This squad has no place left. Give it more places, or choose another.
error-squad-not-empty = There are children in this squad. Move them first.
error-squad-text = A name has at most 40 characters; places are no fewer than those taken and no more than 200. Please type it again.
button-squad-day = 🗓 My squad’s day
leader-day =
    🗓 <b>{ $squad }</b>, { $day }
    { $title }
leader-day-none = Your squad has nothing in the timetable on this day.
