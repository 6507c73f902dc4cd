button-register-child = 👪 For my child
button-register-pupil = 🏫 For my pupil
answering-for-child = 👪 You are answering <b>for your child</b>.
answering-for-pupil = 🏫 You are answering <b>for your pupil</b>. A parent consents afterwards, by a link.
button-another-child = ➕ Register another child
button-another-pupil = ➕ Register another pupil
button-another-child-for = ➕ Another child: { $title }
next-awaiting-you = <b>What next:</b> give your consent, the button is below. The place is held meanwhile.
next-awaiting-guardian-child = <b>What next:</b> forward the link to the child’s parent. The place is held while we wait for consent.
next-guardian-joined-child = <b>What next:</b> the child’s parent has opened the link and is to decide. Nothing is needed from you.
next-returned-child = <b>What next:</b> correct the answer and submit again. The place is kept.
next-refused-child = <b>What next:</b> this registration is over. If the parent’s mind changes, the child can be signed up again.
next-cancelled-child = <b>What next:</b> this registration is over. If you change your mind, you can sign the child up again.
next-waitlisted-child =
    <b>Place on the waitlist: { $place }</b>
    <b>What next:</b> when a place is freed, we will tell you at once. Nothing is needed from you.
button-cancel-of-child = ✖️ Give the place up
button-keep-of-child = No, keep the place
cancel-of-child-question = <b>{ $name }</b>: give up the place in “{ $title }”? It goes to the next on the waitlist at once and cannot be taken back.
child-line =
    👤 <b>{ $name }</b> · { $title }
    { $status }
    ➡ { $turn }
turn-yours = Your turn
turn-of-child = The child corrects an answer
turn-differ = The parents’ answers differ; the organizers will get in touch
turn-of-nobody = Nothing is needed from you
error-too-many-children = For one account to be responsible for so many children the organizers’ permission is needed. We have told them.
error-child-cannot-act = Only an adult can register a child. You can register yourself.
error-links-paused = Too many links did not work. Please wait a little and open the latest link you were sent again.
error-last-guardian = Nobody but you acts for this child. First add another parent, or give the place up.
error-already-takes-part = This account has a registration of its own, so the child’s cannot be handed to it. Please write to the organizers.
button-circle = 👪 Parents and guardians
circle-head = <b>👪 { $name }: parents and guardians</b>
circle-line = • { $relation }: <b>{ $name }</b>
circle-none = Nobody is linked yet. Send a link to a parent.
relation-mother = Mother
relation-father = Father
relation-grandparent = Grandparent
relation-guardian = Legal guardian
relation-sibling-adult = Grown-up brother or sister
relation-other = Somebody else close
relation-unsaid = Parent or guardian
relation-question = Who are you to <b>{ $name }</b>?
relation-kept = 👍 Thank you, noted.
button-change-relation = ✏️ Who I am to the child
button-second-guardian = ➕ Link for a second parent
button-hand-over = 📲 The child has Telegram now
button-leave-child = 🚪 Leave the list
button-leave-child-yes = Yes, leave
leave-child-question = <b>{ $name }</b>: leave the list? You will get no more messages about this child and will not see the registration. Consent you gave stays in force.
child-left = <b>{ $name }</b>: you have left the list.
takeover-link =
    📲 <b>Forward this message to the child</b>

    { $name }, the registration for “{ $title }” can now be in your own Telegram. Open the link:
    { $link }

    The link works once and for 72 hours. When it is opened, we ask the adult to confirm.
takeover-share = { $name }, open the link to have the registration for “{ $title }” in your own Telegram.
button-share-takeover = 📨 Send to the child
takeover-waits = ⏳ <b>{ $name }</b>: we are waiting for the adult to confirm. Then the registration for “{ $title }” is in this chat.
takeover-done = ✅ <b>{ $name }</b>: the child sees the registration now. Guardians stay linked and get the messages too.
takeover-denied = 👌 <b>{ $name }</b>: nothing has changed.
notice-takeover-asked = 📲 <b>{ $name }</b>: the link was opened by <b>{ $who }</b>. Is it really the child? Then the registration for “{ $event }” moves to that account.
button-takeover-yes = ✅ Yes, it is the child
button-takeover-no = ✖️ No, somebody else
notice-takeover-confirmed = 🎉 <b>{ $name }</b>: the registration for “{ $event }” is now in your chat.
notice-many-children = ⚠️ “{ $event }”: <b>{ $name }</b> wants to be linked to one more child. Children now: { $count }. If that is right, allow more: registration → guardians → allow more.
wards-head = <b>👪 { $name }: guardians</b>
ward-head = <b>👪 { $name }</b>
ward-may-not-know = 🚫 Sees nothing and gets no messages
ward-may-not-decide = 🚫 Sees, but decides nothing
ward-many = ⚠️ Children: { $count }, allowed: { $most }
button-wards = 👪 Guardians: { $count }
button-wards-limited = 👪🚫 Guardians: { $count }
button-limit-decide = 🚫 May not decide
button-limit-know = 🚫 May not know anything
button-lift-limit = ↩️ Lift the limit
button-put-first = ⭐ Make the primary one
button-allow-more = ➕ Allow 10 more children
button-end-link = ✖️ End the link
button-end-link-yes = Yes, end it
end-link-question = End the link of <b>{ $name }</b>? Child: { $child }. Earlier consents and records stay.
limit-why-no-decide = Why may <b>{ $name }</b> not decide? Choose or type the reason; only organizers see it.
limit-why-no-know = Why may <b>{ $name }</b> not know anything? Choose or type the reason; only organizers see it.
limit-reason-court = Court order
limit-reason-family = The family asked
limit-reason-unknown = Not a parent of the child
case-registered-by-guardian = 📱 Registered by a parent: { $name }
case-registered-by-teacher = 📱 Registered by a teacher: { $name }
history-guardian-limit = a guardian was limited
history-guardian-lift = the limit was lifted
history-guardian-leave = a guardian left
history-guardian-end = a guardian's link was ended
history-guardian-first = another guardian is the primary one
history-takeover-confirmed = the child took the registration over
next-returned-other = <b>What next:</b> whoever filled in the form corrects it and submits it again. Nothing is needed from you; the place is kept.
