button-badges = 🪪 Badges
button-badges-all = 🪪 Everybody · { $number }
button-badges-badges = 🪪 Badges
button-badges-codes = 🔳 Badges with the ticket’s code
button-badges-door = 📋 List for the door
badges =
    🪪 <b>Badges and door lists</b>
    { $title }

    For whom?
badges-nobody =
    🪪 <b>Badges and door lists</b>
    { $title }

    Nobody is confirmed yet. Come back when somebody is.
badges-what =
    🪪 <b>{ $whom }</b> · { $number }
    { $title }

    Badges: eight to an A4 page, 90 × 60 mm, by squad and name. With the code, somebody without a phone gets through the gate. The list has a page for each squad.
badges-everybody = Everybody
badges-none = Nobody is there to print.
badges-too-many = More than { $most } at once would be too heavy. Choose a stream or a squad.
badges-making = ⏳ Drawing…
badges-drawing = ⏳ Drawing { $number }. It can take up to a minute, the file comes by itself.
badges-here-badges =
    🪪 <b>{ $whom }</b> · badges: { $number }

    Print at 100 %, without fitting to the page, and cut along the lines.
badges-here-door = 📋 <b>{ $whom }</b> · on the list: { $number }
badges-codes = 🔳 The code is the ticket. If a family takes a new code afterwards, the one on the badge is good no more.
badges-mind = ⚠️ People’s names: do not forward. I will take this message out of the chat after 24 hours.
badges-title = Badges
badges-door-title = List for the door
badges-door-name = Name
badges-door-school = School
badges-door-here = Here
badges-no-squad = Without a squad
badge-participant = Participant
badge-leader = Squad leader
