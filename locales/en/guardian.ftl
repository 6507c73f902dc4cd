button-register-child = 👪 For my child
button-register-pupil = 🏫 For my pupil
answering-for-child = 👪 You are answering <b>for your child</b>.
answering-for-pupil = 🏫 You are answering <b>for your pupil</b>. A parent consents afterwards, by a link.
button-another-child = ➕ Register another child
button-another-pupil = ➕ Register another pupil
button-another-child-for = ➕ Another child: { $title }
next-awaiting-you = <b>What next:</b> give your consent, the button is below. The place is held meanwhile.
next-awaiting-guardian-child = <b>What next:</b> forward the link to the child’s parent. The place is held while we wait for consent.
next-guardian-joined-child = <b>What next:</b> the child’s parent has opened the link; we are waiting for the decision.
next-returned-child = <b>What next:</b> correct the answer and submit again. The place is kept.
next-refused-child = If the parent’s mind changes, the child can be signed up again.
next-cancelled-child = If you change your mind, you can sign the child up again.
next-waitlisted-child = <b>Place on the waitlist: { $place }</b>. When a place is freed, we will tell you at once.
button-cancel-of-child = ✖️ Give the place up
button-keep-of-child = No, keep the place
cancel-of-child-question = <b>{ $name }</b>: give up the place in “{ $title }”? It goes to the next on the waitlist at once and cannot be taken back.
child-line =
    👤 <b>{ $name }</b> · { $title }
    { $status }
    ➡ { $turn }
turn-yours = Your turn
turn-of-child = The child corrects an answer
turn-of-organizers = The organizers will answer
turn-of-nobody = Nothing is needed from you
error-too-many-children = For one account to be responsible for so many children the organizers’ permission is needed. We have told them.
error-child-cannot-act = Only an adult can register a child. You can register yourself.
error-links-paused = Too many links did not work. Please wait a little and open the latest link you were sent again.
error-last-guardian = Nobody but you acts for this child. First add another parent, or give the place up.
error-already-takes-part = This account has a registration of its own, so the child’s cannot be handed to it. Please write to the organizers.
