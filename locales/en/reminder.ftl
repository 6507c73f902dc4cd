reminder-about = 👤 { $names }
reminder-line = <b>{ $starts }</b> { $icon } { $title }
reminder-line-chosen = <b>{ $starts }</b> { $icon } { $title } ✅
reminder-line-place = <b>{ $starts }</b> { $icon } { $title } · { $place }
reminder-session =
    ⏰ <b>Starting soon: { $starts }</b>

    { $icon } <b>{ $title }</b>
    📍 { $place }
reminder-day =
    🗓 <b>The day’s programme: { $day }</b>
    { $event }
reminder-day-choice = ✋ Some sessions on this day are for you to choose. Sign up while there are places.
reminder-departure =
    🧳 <b>Today is departure day!</b>

    🏕 { $event }
    📍 { $place }
reminder-departure-first = <b>The first day:</b>
reminder-consent-own =
    👪 <b>{ $event }</b>

    We do not have a parent’s consent yet. Your place is still held, but it cannot be confirmed without consent. Please send the link to your parent again: the button below makes a new one.
reminder-consent-guardian =
    👪 <b>{ $event }</b>

    Your child is signed up and the place is held. Your decision is needed before they can take part. Please read the terms and answer.
button-decide-about = 📄 { $name }
button-new-guardian-link = 📨 New link for a parent
reminder-offer =
    ⏳ <b>{ $event }</b>

    The place offered to you is held until { $until }. Then it goes to the next family. Please answer.
