registration-head = <b>{ $title }</b>
registration-facts =
    👤 { $name }
    🏕 { $stream }
    📅 { $days }
    📍 { $place }
status-awaiting-guardian = 👪 Status: <b>waiting for a parent’s consent</b>
status-pending = ⏳ Status: <b>under review</b>
status-returned = ✏️ Status: <b>returned for a correction</b>
status-confirmed = ✅ Status: <b>confirmed</b>
status-waitlisted = 🕓 Status: <b>on the waitlist</b>
status-declined = ✖️ Status: <b>declined</b>
status-refused = ✖️ Status: <b>a parent did not consent</b>
status-cancelled = ✖️ Status: <b>cancelled</b>
next-awaiting-guardian = <b>What next:</b> forward the link to a parent. Your place is held while we wait for consent.
next-guardian-joined = <b>What next:</b> a parent has opened the link and is to decide. Nothing is needed from you; you may remind them.
next-differ = <b>What next:</b> the parents’ answers differ. The organizers will talk to the family and help you agree. The place is kept.
next-pending = <b>What next:</b> the organizers will review the registration and answer in this chat. Nothing is needed from you.
next-returned = <b>What next:</b> correct the answer and submit again. Your place is kept.
next-confirmed = <b>What next:</b> we will remind you before it starts. Nothing is needed from you; you can look at the timetable at any time.
next-waitlisted =
    <b>Your place on the waitlist: { $place }</b>
    <b>What next:</b> when a place is freed, we will tell you at once. Nothing is needed from you.
next-declined = <b>What next:</b> this registration is over. Nothing is needed from you; if you have questions, please write to the organizers.
next-refused = <b>What next:</b> this registration is over. Talk it over with your parent: if they change their mind, you can sign up again.
next-cancelled = <b>What next:</b> this registration is over. If you change your mind, you can sign up again.
reason = 💬 Reason: { $reason }
guardian-link =
    📨 <b>Forward this message to a parent</b>

    { $name } has registered for “{ $title }”. To give consent, open the link:
    { $link }

    The link works once and for 72 hours.
guardian-link-share = { $name } has registered for “{ $title }”. Open the link to give consent.
button-share-link = 📨 Send to a parent
button-invite = 📨 Link for a parent
button-correct = ✏️ Correct
button-consent = 📄 Consent
button-my-timetable = 🗓 My timetable
button-cancel-registration = ✖️ Give up my place
button-cancel-registration-yes = Yes, give it up
button-keep-registration = No, I am taking part
cancel-registration-question = Give up your place in “{ $title }”? It goes to the next on the waitlist at once, and you cannot take it back.
mine = <b>My registrations</b>
mine-none = You have no registrations yet. Start with “Programmes”.
children = <b>My children</b>
children-none = Your children’s registrations will appear here. Open the link your child has sent.
