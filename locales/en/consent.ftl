consent-who =
    👤 <b>{ $name }</b>
    🏕 { $title }
    📅 { $days }
    📍 { $place }
consent-foot = Press a text to read it in full. By pressing “I agree” you agree to everything above.
consent-optional-head = <b>One more question.</b> Your child takes part whatever you answer.
button-agree = ✅ I agree
button-refuse = I do not agree
button-ask-call = 📞 Please call me
button-optional-yes = ✅ Yes, I allow it
button-optional-no = No, I do not allow it
button-withdraw = ✖️ Withdraw my consent
guardian-status-awaiting-guardian = 👪 We are waiting for your decision.
guardian-status-pending = ⏳ Thank you! Now the organizers will review the registration; the answer will come into this chat.
guardian-status-returned = ✏️ The organizers asked for a correction: your child will correct the answer and submit it again.
guardian-status-confirmed = ✅ Your child’s place is confirmed.
guardian-status-waitlisted = 🕓 Your child is on the waitlist. When a place is freed, we will tell you at once.
guardian-status-declined = ✖️ The organizers declined the registration.
guardian-status-refused = ✖️ You did not consent; the registration is closed.
guardian-status-cancelled = ✖️ Your child gave up the place.
refusal-question = Why can <b>{ $name }</b> not take part in “{ $title }”? Choose a reason or write it in your own words. After that the registration is closed and the place is freed.
refusal-dates = The dates do not suit us
refusal-health = For health reasons
refusal-far = It is too far
refusal-unsure = We are not sure yet
reason-problem =
    ⚠️ Please type the reason, at most { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }.
call-which-phone = Which number shall we call? Press the button below or type the number.
call-promised = 📞 Thank you! The organizers will call you.
