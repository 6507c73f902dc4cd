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
reminder-own =
    🔔 <b>{ $event }</b>

    { $words }
reminder-own-bare = { $words }
reminder-document =
    📎 <b>{ $event }</b>

    We still need a document from you. It takes a minute: a photo or a PDF, right here in the chat.
reminder-packing =
    🎒 <b>{ $event }</b>

    Starts on { $day }. Time to pack.
reminder-packing-list = Take clothes for warm days and cool evenings, comfortable shoes, toiletries, your medicines and a water bottle. Put your name on what can get lost.
reminder-pickup =
    🚌 <b>Today the children come home</b>

    { $event }
    📍 { $place }
reminder-pickup-last = <b>How the day ends:</b>
reminder-pickup-who = Please bring an identity document: a child is handed over only to the people you have named.
reminder-opinion =
    ⭐ <b>{ $event }</b>

    It is over. How was it? Two presses are enough.
