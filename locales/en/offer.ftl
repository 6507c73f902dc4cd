notice-offer =
    🎁 <b>{ $name }</b>: a place in “{ $event }” has been freed, and it is offered to you first!

    We hold it until <b>{ $until }</b>. After that it goes to the next on the waitlist.
notice-offer-taken = 🎉 <b>{ $name }</b>: the place in “{ $event }” has been taken. It is yours!
notice-offer-expired = ⌛ <b>{ $name }</b>: the time to take the place in “{ $event }” is over, so it goes on. Do you still want to go? Then press the button and you will wait again, at the end of the waitlist.
status-offered = 🎁 Status: <b>a place is offered</b>
next-offered = <b>What next:</b> please answer before <b>{ $until }</b>. Until then the place is held for you, after that it goes to the next on the waitlist.
guardian-status-offered = 🎁 A place is offered to your child. It has to be taken before the deadline.
desk-status-offered = 🎁 Offered: { $count }
case-status-offered = 🎁 place offered
dossier-status-offered = a place is offered
offer-too-late = The time to take the place was over.
offer-pass-question = Pass the place in “{ $title }” on? It goes to the next on the waitlist at once, and your registration ends.
button-offer-take = ✅ Take the place
button-offer-pass = ↪️ Pass it on
button-offer-pass-yes = Yes, pass it on
button-offer-open = 🎁 To the offered place
broadcast-status-offered = offered a place
