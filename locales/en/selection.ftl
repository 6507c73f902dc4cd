button-selection = 🎯 Selection
selection-head = 🎯 <b>{ $title }</b>: who gets a place
selection-mode-first-come = 🏃 First come
selection-mode-review = 👀 By decision
selection-mode-scores = ⭐ By marks
selection-mode-lottery = 🎲 By lottery
selection-mode-now = ✓ { $mode }
selection-about-first-come = 🏃 <b>First come.</b> Whoever sends a complete form first gets the place at once; the others wait in that order.
selection-about-review = 👀 <b>By decision.</b> Organizers read each registration and confirm or decline it.
selection-about-scores = ⭐ <b>By marks.</b> Organizers mark each registration from 1 to 5; the best get the places, the others wait in the order of their marks.
selection-about-lottery = 🎲 <b>By lottery.</b> After registration closes a fair draw decides, and anybody can recompute it.
selection-stream =
    🏕 <b>{ $stream }</b>
    Places: { $capacity } · taken: { $taken } · waiting: { $waiting }
selection-stage-drawing = 🔒 A lottery is open: free places rest until its result is applied.
selection-stage-chosen = ✅ The choice has been made: free places go down the waitlist.
selection-offers = 🎁 A freed place is offered to whoever waits first and held for { $hours } h. No answer: it goes on to the next.
selection-offers-none = 🎁 A freed place is given to whoever waits first, at once.
selection-mode-question =
    Change how places in “{ $title }” are given to: <b>{ $mode }</b>?

    Nobody loses a place by this.
button-selection-mode-yes = ✅ Yes, change
button-selection-places = 🪑 Places: { $stream }
button-selection-back = 🎯 Back to selection
capacity-question =
    🪑 <b>{ $stream }</b>
    Places: <b>{ $capacity }</b> · taken: { $taken } · waiting: { $waiting }

    Type the new number of places. More places go to those who wait, in order; fewer than are taken is not possible.
capacity-number-needed = Please type the number of places in digits, for example 120.
capacity-refused =
    That does not work: <b>{ $taken }</b> places are taken, so there cannot be fewer, nor more than { $most }.

    It stays at { $capacity }. Type another number.
capacity-done = ✅ <b>{ $stream }</b>: { $before } → <b>{ $capacity }</b> places.
capacity-moved-up = Moved up from the waitlist: <b>{ $count }</b>. They will be told in 30 seconds.
capacity-undone = The number of places is as it was.
error-lottery-open = A lottery is open for this stream. Apply its result first, or call it off.
error-scores-closed = The choice has been made, so marks cannot be changed any more.
button-offer-again = ✋ I still want to go
next-resting = <b>What next:</b> you let an offered place pass, so we do not offer you another one by ourselves. If you still want to go, press the button: you will wait at the end of the waitlist.
offer-waits-again = You are on the waitlist again.
history-waitlist-again = wants a place again
