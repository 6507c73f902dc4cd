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
