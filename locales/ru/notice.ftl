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
