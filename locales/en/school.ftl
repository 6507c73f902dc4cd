button-school = 🏫 My school
button-school-link = 🔗 Link for pupils
button-school-pupils = 👥 Pupils
button-school-remind = 🔔 Remind the family
button-school-remind-all = 🔔 Remind all who lack something: { $number }
button-school-share-kk = 📨 Forward in Kazakh
button-school-share-ru = 📨 Forward in Russian
button-school-share-en = 📨 Forward in English
button-school-renew = 🔄 New link
button-school-revoke = ⛔ Close the link
button-school-renew-yes = 🔄 Yes, a new link
button-school-revoke-yes = ⛔ Yes, close it
button-school-link-keep = Keep it
school-rooms = 🏫 <b>Your schools</b>
school-rooms-none = 🏫 No event is being prepared for your school now. I will write when there is one.
school-head =
    🏫 <b>{ $unit }</b>
    { $above }
    🗂 { $event }
school-funnel = 👣 Came: <b>{ $came }</b> → began: <b>{ $began }</b> → registered: <b>{ $registered }</b>
school-stage-awaiting-guardian = waits for a guardian
school-stage-pending = being looked at
school-stage-returned = to be corrected
school-stage-offered = a place is offered
school-stage-confirmed = confirmed
school-stage-waitlisted = on the waitlist
school-lack-guardian = ❗ no guardian has opened the link yet
school-lack-consent = ❗ the guardian has not decided yet
school-lack-correction = ❗ something has to be corrected
school-lack-answer = ❗ the offered place has to be taken
school-pupils = 👥 <b>{ $unit }</b>
school-pupils-none = Nobody has registered yet. Forward the link for pupils.
school-link =
    🔗 <b>{ $unit }</b>

    { $link }

    Whoever opens it need not look for your school.
    👣 Came by it: { $uses } of { $most }
    📅 Works until { $until }

    Press a language: a ready text for pupils and guardians opens, choose where to send it.
school-share-text = { $event } ({ $days }). { $school } has places: register by the link above until { $until }, it takes about ten minutes. A guardian's consent is asked at the end.
school-link-question =
    The present link will stop working everywhere it was sent. Whoever has come by it stays.

    Go on?
school-link-revoked = The link works no more
school-reminded =
    { $number ->
        [one] Reminded: { $number } person
       *[other] Reminded: { $number } people
    }
school-reminded-today = Everybody was reminded today already
notice-school-guardian = 🏫 { $school } asks you: { $event } still waits for a guardian. Send the guardian the link once more; without a guardian the place cannot be confirmed.
notice-school-consent = 🏫 { $school } asks you: { $name } is registered for { $event } and your decision is missing.
notice-school-correction = 🏫 { $school } asks you: something in the registration of { $name } for { $event } has to be corrected.
notice-school-answer = 🏫 { $school } asks you: a place at { $event } is offered to { $name }. Take it before the deadline.
notice-school-unfinished = 🏫 { $school } asks you: your registration for { $event } is not finished. All your answers are saved.
notice-recall-soon = ⏰ { $unit }: places not taken yet: { $number }. On { $day } they go back to the common places of the region ({ $event }). Remind your pupils in time.
notice-recall-done = 🔁 { $unit }: unused places have gone back to the common places of the region: { $number } ({ $event }). Your pupils may still register as long as the region has places.
