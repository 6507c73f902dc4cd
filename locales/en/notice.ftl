notice-consent-given = 🎉 <b>{ $name }</b>: a parent has given consent for “{ $event }”.
notice-consent-refused = ✖️ <b>{ $name }</b>: a parent did not consent to “{ $event }”; the registration is closed.
notice-waitlist-promoted = 🎉 <b>{ $name }</b>: a place in “{ $event }” has been freed, and it is yours!
notice-registration-confirmed = ✅ <b>{ $name }</b>: the place in “{ $event }” is confirmed!
notice-registration-returned =
    ✏️ <b>{ $name }</b>: the registration for “{ $event }” needs a correction.

    💬 { $reason }
notice-registration-declined =
    ✖️ <b>{ $name }</b>: the registration for “{ $event }” was declined.

    💬 { $reason }
notice-registration-cancelled = ✖️ <b>{ $name }</b> has given up the place in “{ $event }”.
notice-call-asked = 📞 <b>{ $name }</b>: a parent asks to be called about “{ $event }”.
button-open = Open
notice-consent-differ = ⚖️ <b>{ $name }</b>: the parents’ answers about “{ $event }” differ. The stricter one holds for now and the place is kept. The organizers will help you agree.
notice-consent-differ-staff = ⚖️ <b>{ $name }</b>, “{ $event }”: the parents’ answers differ. Please speak to both: nothing can be confirmed before.
notice-consent-less = 🔔 <b>{ $name }</b>, “{ $event }”: a parent allows less than before. The new answer holds from now on.
notice-consent-lapsed = ⏳ <b>{ $name }</b>: the renewed consent for “{ $event }” has not been given yet. The place is kept, but it is not confirmed for now.
notice-consent-lapsed-staff = 📞 <b>{ $name }</b>, “{ $event }”: the consent was not renewed in time. The place is kept; please call the family.
notice-consent-renew = 🔄 <b>{ $name }</b>: the text of the consent for “{ $event }” has changed. Please read and answer by { $until }: one press is enough.
notice-consent-renew-own = 🔄 <b>{ $name }</b>: the text of the consent for “{ $event }” has changed. Ask a parent to open the link and answer by { $until }.
notice-consent-ask-again = 🔄 <b>{ $name }</b>: one of the consents for “{ $event }” has changed. The earlier answer does not count any more; please answer again.
notice-consent-settled = 🤝 <b>{ $name }</b>: after talking to the organizers, the question of consent for “{ $event }” is settled. Open to see what holds.
