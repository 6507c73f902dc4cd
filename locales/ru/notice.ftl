notice-consent-given = 🎉 <b>{ $name }</b>: родитель дал согласие на участие в «{ $event }».
notice-consent-refused = ✖️ <b>{ $name }</b>: родитель не дал согласия на участие в «{ $event }», заявка закрыта.
notice-waitlist-promoted = 🎉 <b>{ $name }</b>: в «{ $event }» освободилось место, и оно ваше!
notice-registration-confirmed = ✅ <b>{ $name }</b>: участие в «{ $event }» подтверждено!
notice-registration-returned =
    ✏️ <b>{ $name }</b>: заявку на «{ $event }» нужно исправить.

    💬 { $reason }
notice-registration-declined =
    ✖️ <b>{ $name }</b>: заявка на «{ $event }» отклонена.

    💬 { $reason }
notice-registration-cancelled = ✖️ <b>{ $name }</b>: отказ от участия в «{ $event }».
notice-call-asked = 📞 <b>{ $name }</b>: родитель просит позвонить насчёт «{ $event }».
button-open = Открыть
notice-consent-differ = ⚖️ <b>{ $name }</b>: родители ответили об участии в «{ $event }» по-разному. Пока действует более строгий ответ, место сохраняется. Организаторы помогут договориться.
notice-consent-differ-staff = ⚖️ <b>{ $name }</b>, «{ $event }»: ответы родителей различаются. Поговорите, пожалуйста, с обоими: до этого подтвердить участие нельзя.
notice-consent-less = 🔔 <b>{ $name }</b>, «{ $event }»: родитель разрешил меньше, чем раньше. Новый ответ действует уже сейчас.
notice-consent-lapsed = ⏳ <b>{ $name }</b>: обновлённое согласие для «{ $event }» ещё не дано. Место сохраняется, но участие пока не подтверждено.
notice-consent-lapsed-staff = 📞 <b>{ $name }</b>, «{ $event }»: согласие не обновили в срок. Место сохраняется; позвоните, пожалуйста, семье.
notice-consent-renew = 🔄 <b>{ $name }</b>: текст согласия для «{ $event }» обновился. Прочитайте и ответьте, пожалуйста, до { $until }: хватит одного нажатия.
notice-consent-renew-own = 🔄 <b>{ $name }</b>: текст согласия для «{ $event }» обновился. Попросите родителя открыть ссылку и ответить. Срок: { $until }
notice-consent-ask-again = 🔄 <b>{ $name }</b>: одно из согласий для «{ $event }» обновилось. Прежний ответ больше не действует, ответьте, пожалуйста, ещё раз.
notice-consent-settled = 🤝 <b>{ $name }</b>: после разговора с организаторами вопрос о согласии для «{ $event }» улажен. Откройте, чтобы посмотреть, что действует.
