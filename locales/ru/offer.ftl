notice-offer =
    🎁 <b>{ $name }</b>: в «{ $event }» освободилось место, и мы предлагаем его вам!

    Держим его для вас до этого времени: <b>{ $until }</b>. Потом оно перейдёт к следующему в очереди.
notice-offer-taken = 🎉 <b>{ $name }</b>: место в «{ $event }» занято за вами!
notice-offer-expired = ⌛ <b>{ $name }</b>: время на ответ истекло, и место в «{ $event }» перешло к следующему. Теперь вы в конце листа ожидания.
status-offered = 🎁 Статус: <b>вам предложено место</b>
next-offered = Ответьте до этого времени: <b>{ $until }</b>. До тех пор место держим для вас, потом оно перейдёт к следующему в очереди.
guardian-status-offered = 🎁 Ребёнку предложено место. Его нужно занять до указанного времени.
desk-status-offered = 🎁 Предложено место: { $count }
case-status-offered = 🎁 предложено место
dossier-status-offered = предложено место
offer-too-late = Время на ответ уже истекло.
offer-pass-question = Уступить место в «{ $title }»? Оно сразу перейдёт к следующему в очереди, а ваша заявка закроется.
button-offer-take = ✅ Занять место
button-offer-pass = ↪️ Уступить
button-offer-pass-yes = Да, уступить
button-offer-open = 🎁 К предложенному месту
broadcast-status-offered = с предложенным местом
