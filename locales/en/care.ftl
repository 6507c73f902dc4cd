error-seal-broken = Part of this record cannot be opened. Please tell the organizers: they will look into it.
answer-hidden = 🔒 hidden: only a medic sees it
health-head = 🩺 <b>{ $name }</b>
    Answers about health. That you opened them is on record.
health-none = No such question was asked.
button-health = 🩺 Health answers
button-medic = 🩺 Allow health answers
button-medic-end = 🩺 No more health answers
button-medic-own = 🩺 I need to see health answers
button-medic-own-end = 🩺 Hide health answers from me
history-health-read = health answers read
