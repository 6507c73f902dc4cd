notice-consent-given = 🎉 <b>{ $name }</b>: ата-анасы «{ $event }» іс-шарасына келісім берді.
notice-consent-refused = ✖️ <b>{ $name }</b>: ата-анасы «{ $event }» іс-шарасына келісім бермеді, тіркелім жабылды.
notice-waitlist-promoted = 🎉 <b>{ $name }</b>: «{ $event }» іс-шарасында орын босады, ол енді сіздікі!
notice-registration-confirmed = ✅ <b>{ $name }</b>: «{ $event }» іс-шарасына қатысу расталды!
notice-registration-returned =
    ✏️ <b>{ $name }</b>: «{ $event }» тіркелімін түзету керек.

    💬 { $reason }
notice-registration-declined =
    ✖️ <b>{ $name }</b>: «{ $event }» тіркелімі қабылданбады.

    💬 { $reason }
notice-registration-cancelled = ✖️ <b>{ $name }</b> «{ $event }» іс-шарасына қатысудан бас тартты.
notice-call-asked = 📞 <b>{ $name }</b>: ата-анасы «{ $event }» жөнінде қоңырау шалуыңызды сұрайды.
button-open = Ашу
