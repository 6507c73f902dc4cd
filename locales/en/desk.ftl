desk =
    🗂 <b>Organizer’s desk</b>

    Which programme are we working on?
desk-programme =
    🗂 <b>{ $title }</b>

    Which event are we working on?
desk-event =
    🗂 <b>{ $title }</b>
    📅 { $days }
desk-stream =
    🏕 <b>{ $title }</b>
    Places taken: { $taken } of { $capacity }
desk-more =
    ⚙️ <b>{ $title }</b>

    Here is what is needed less often: checks, places, the timetable, reminders, the team.
desk-updated = 🔄 As of { $time }
desk-status-pending = ⏳ To decide: { $count }
desk-status-awaiting-guardian = 👪 Waiting for parents: { $count }
desk-status-confirmed = ✅ Confirmed: { $count }
desk-status-waitlisted = 🕓 Waitlist: { $count }
desk-status-returned = ✏️ Returned: { $count }
desk-status-declined = ✖️ Declined: { $count }
desk-status-refused = 🚫 Parents said no: { $count }
desk-status-cancelled = 👋 Gave up the place: { $count }
desk-calls = 📞 Calls to make: { $count }
desk-event-waiting = { $title } · ⏳ { $count }
button-desk-chart = 📊 Chart
button-announce = 📣 Announcements
button-staff-link = 🔗 Invite
button-team = 👥 The team
button-refresh = 🔄 Refresh
button-more = ⚙️ More
button-desk-back = 🗂 Back to the desk
button-list = 📋 Back to the list
list-head =
    <b>{ $title }</b>
    { $status }
list-page = Page { $page } of { $pages }
list-none = Nobody here at the moment.
list-grade = grade { $grade }
button-confirm-all = ✅ Confirm everyone: { $count }
bulk-question =
    Confirm all registrations that are waiting and lack nothing: <b>{ $count }</b>?

    Every family will be told in 20 seconds. You have 30 seconds to undo it.
button-bulk-yes = ✅ Yes, confirm
bulk-progress = ⏳ Confirming: { $done } of { $count }…
bulk-done =
    ✅ Confirmed: <b>{ $count }</b>

    The families will be told in 20 seconds.
bulk-undone = ↩️ Undone: <b>{ $count }</b>. They are waiting for a decision again.
button-undo = ↩️ Undo (30 s)
case-head =
    👤 <b>{ $name }</b>
    🏕 { $title } · { $stream }
case-place = { $status } · { $place } of { $total }
case-registered-by = 📱 Registered by: { $name }
case-guardian = 👪 Parent: { $name }{ $phone }
case-no-guardian = 👪 No parent has opened the link yet.
case-consent-none = ▫️ { $title }: no answer yet
case-history = 🕘 <b>History</b>
case-status-pending = ⏳ to decide
case-status-awaiting-guardian = 👪 waiting for a parent
case-status-confirmed = ✅ confirmed
case-status-waitlisted = 🕓 waitlist
case-status-returned = ✏️ returned
case-status-declined = ✖️ declined
case-status-refused = 🚫 a parent said no
case-status-cancelled = 👋 gave up the place
history-registration-submit = sent
history-registration-cancel = gave up the place
history-registration-confirm = confirmed
history-registration-return = returned for correction
history-registration-decline = declined
history-registration-undo = decision undone
history-guardian-invite = link for a parent made
history-guardian-join = parent opened the link
history-consent-give = parent agreed
history-consent-refuse = parent refused
history-call-ask = parent asked for a call
history-waitlist-promote = got a place from the waitlist
button-confirm = ✅ Confirm
button-return = ✏️ Return to correct
button-decline = ✖️ Decline
button-next = ➡ Next: { $name }
button-answer-file = 📎 { $title }
answer-file = 📎 <b>{ $name }</b>: { $title }
decided-confirmed = ✅ <b>{ $name }</b>: confirmed.
decided-returned = ✏️ <b>{ $name }</b>: returned for correction.
decided-declined = ✖️ <b>{ $name }</b>: declined.
decided-told = The family will be told in 20 seconds.
decided-none-left = 🎉 Nobody is waiting for a decision.
decision-undone = The decision is undone.
return-question = What should <b>{ $name }</b> correct? Choose a reason or write it in your own words: the family will read it.
decline-question = Why is <b>{ $name }</b> declined? Choose a reason or write it in your own words: the family will read it. The place goes to the first on the waitlist.
reason-return-name = Please write the surname and the first name exactly as in the document.
reason-return-study = Please check the place of study or work.
reason-return-words = Please tell us more in your own words.
reason-decline-age = The age or the grade does not fit this event.
reason-decline-places = There were not enough places for everyone who wanted to come.
reason-decline-twice = This person is already registered.
button-return-name = Check the name
button-return-study = Check the place of study
button-return-words = Tell us more
button-decline-age = Age or grade does not fit
button-decline-places = Not enough places
button-decline-twice = Registered twice
calls-head =
    📞 <b>Calls to make</b>
    { $title }
calls-none = Nobody is waiting for a call. 👌
call-line =
    👪 { $guardian }, { $phone }
    Child: <b>{ $child }</b>
    Asked on { $asked }
call-no-phone = no number
button-called = ✅ Called: { $name }
button-call-open = 👤 { $name }
staff-link =
    🔗 <b>Forward this message to the new colleague</b>

    { $title }
    { $facts }

    Whoever opens the link first gets this role:
    { $link }

    It works once and for 10 minutes, until { $until }.
staff-link-share = Open the link to join the team: { $title }
button-share-staff-link = 📨 Send to a colleague
staff-welcome = 🎉 You are an organizer now. Press the button to open your desk.
team-head =
    👥 <b>The team</b>
    { $title }

    Press a name to change the role or take it back.
team-none =
    👥 <b>The team</b>
    { $title }

    Nobody has been invited yet.
team-question = Take the role from <b>{ $name }</b>? The desk closes for this person at once.
button-dismiss-yes = Yes, take it back
button-dismiss-no = No, leave it
notice-staff-joined = 👥 <b>{ $name }</b> has joined: { $programme }, { $role }.
notice-decision-undone = ↩️ <b>{ $name }</b>: please disregard the last message about “{ $event }”, it was sent by mistake. Press the button to see how things stand.
error-undo-expired = The 30 seconds are over: the decision stands. You can make a new one.
case-consent = { $icon } { $title }: { $answer }, { $day }
case-consent-voice = {"    "}👤 { $name }: { $answer }, { $day }
case-hold-renewal = 🔄 <b>The consent must be renewed</b> by { $until }: the text has changed.
case-hold-dispute = ⚖️ <b>The parents’ answers differ</b>: speak to both by { $until }, then the place is freed.
history-consent-lapse = consent was not renewed in time
history-consent-unresolved = parents did not agree in time
call-consent-line =
    👪 { $guardian }, { $phone }
    Child: <b>{ $child }</b>
    { $cause } (since { $since })
call-no-guardian = no parent has come yet
call-cause-dispute = ⚖️ The parents’ answers differ
call-cause-renewal = 🔄 The consent was not renewed
call-cause-unopened = 📨 Nobody has opened the link for a parent
call-cause-silent = 🕓 No answer to the reminders about the consent
history-consent-enter = consent written down from paper or a call
history-consent-void = the written consent was taken back
history-consent-resolve = the parents’ disagreement was settled
