button-funnel = 📊 Steps
button-funnel-picture = 🖼 As a picture
button-funnel-stops = ✋ Where people stop
funnel-head = 📊 <b>{ $title }</b>
funnel-subtitle = Who is at which step, % of the one before
funnel-started = Began the form
funnel-submitted = Sent it
funnel-guardian = A parent opened
funnel-consented = Consent given
funnel-confirmed = Confirmed
funnel-ticket = Opened the ticket
funnel-first-step = { $label }: <b>{ $count }</b>
funnel-step = { $label }: <b>{ $count }</b> · { $percent }%
funnel-worst-step = { $label }: <b>{ $count }</b> · { $percent }% ⬅ most are lost here
funnel-ended = 👋 Out (gave up, declined): { $count }
funnel-without-unit = No place given: { $count }
funnel-parts = Press to see more: sent → confirmed
stops-head =
    ✋ <b>{ $title }</b>

    Begun and not sent: <b>{ $count }</b>. The question where they stopped:
stops-none =
    ✋ <b>{ $title }</b>

    No form was left halfway.
stops-review = The review before sending
stops-line = • { $title }: <b>{ $count }</b>
