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
notice-consent-differ = ⚖️ <b>{ $name }</b>: «{ $event }» іс-шарасына қатысу жөнінде ата-ананың жауаптары екі түрлі. Әзірге қатаңырағы күшінде, орын сақталады. Келісуге ұйымдастырушылар көмектеседі.
notice-consent-differ-staff = ⚖️ <b>{ $name }</b>, «{ $event }»: ата-ананың жауаптары екі түрлі. Екеуімен де сөйлесіңізші, оған дейін қатысуды растауға болмайды.
notice-consent-less = 🔔 <b>{ $name }</b>, «{ $event }»: ата-анасы бұрынғыдан азырақ рұқсат берді. Жаңа жауап қазірден күшінде.
notice-consent-lapsed = ⏳ <b>{ $name }</b>: «{ $event }» үшін жаңарған келісім әлі берілген жоқ. Орын сақталады, бірақ қатысу әзірге расталмаған.
notice-consent-lapsed-staff = 📞 <b>{ $name }</b>, «{ $event }»: келісім мерзімінде жаңартылмады. Орын сақталады, отбасына қоңырау шалыңызшы.
notice-consent-renew = 🔄 <b>{ $name }</b>: «{ $event }» үшін келісім мәтіні жаңарды. Оқып, жауап беріңізші, бір рет бассаңыз жетеді. Мерзімі: { $until }
notice-consent-renew-own = 🔄 <b>{ $name }</b>: «{ $event }» үшін келісім мәтіні жаңарды. Ата-анаңыз сілтемені ашып, жауап берсін. Мерзімі: { $until }
notice-consent-ask-again = 🔄 <b>{ $name }</b>: «{ $event }» үшін келісімдердің бірі жаңарды. Бұрынғы жауап енді күшінде емес, қайта жауап беріңізші.
notice-consent-settled = 🤝 <b>{ $name }</b>: ұйымдастырушылармен сөйлескеннен кейін «{ $event }» жөніндегі келісім мәселесі шешілді. Не күшінде екенін ашып көріңіз.
