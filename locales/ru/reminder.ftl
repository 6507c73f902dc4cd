reminder-about = 👤 { $names }
reminder-line = <b>{ $starts }</b> { $icon } { $title }
reminder-line-chosen = <b>{ $starts }</b> { $icon } { $title } ✅
reminder-line-place = <b>{ $starts }</b> { $icon } { $title } · { $place }
reminder-session =
    ⏰ <b>Скоро начало: { $starts }</b>

    { $icon } <b>{ $title }</b>
    📍 { $place }
reminder-day =
    🗓 <b>Программа дня: { $day }</b>
    { $event }
reminder-day-choice = ✋ В этот день есть занятия на выбор. Запишитесь, пока есть места.
reminder-departure =
    🧳 <b>Сегодня день отъезда!</b>

    🏕 { $event }
    📍 { $place }
reminder-departure-first = <b>Первый день:</b>
reminder-consent-own =
    👪 <b>{ $event }</b>

    Родитель ещё не дал согласия. Место пока за вами, но без согласия подтвердить участие нельзя. Отправьте родителю ссылку ещё раз: кнопка ниже сделает новую.
reminder-consent-guardian =
    👪 <b>{ $event }</b>

    Ваш ребёнок записан, место пока за ним. Для участия нужно ваше решение. Прочитайте, пожалуйста, условия и ответьте.
button-decide-about = 📄 { $name }
button-new-guardian-link = 📨 Новая ссылка для родителя
reminder-offer =
    ⏳ <b>{ $event }</b>

    Предложенное место ждёт вас до: { $until }. Потом оно перейдёт следующей семье. Ответьте, пожалуйста.
reminder-own =
    🔔 <b>{ $event }</b>

    { $words }
reminder-own-bare = { $words }
reminder-document =
    📎 <b>{ $event }</b>

    Нам всё ещё нужен от вас документ. Это минута: фото или PDF прямо здесь, в чате.
reminder-packing =
    🎒 <b>{ $event }</b>

    Начало: { $day }. Пора собирать вещи.
reminder-packing-list = Возьмите одежду для тёплых дней и прохладных вечеров, удобную обувь, умывальные принадлежности, свои лекарства и бутылку для воды. Подпишите то, что может потеряться.
reminder-pickup =
    🚌 <b>Сегодня дети едут домой</b>

    { $event }
    📍 { $place }
reminder-pickup-last = <b>Чем закончится день:</b>
reminder-pickup-who = Возьмите с собой удостоверение личности: ребёнка отдают только тем, кого вы назвали.
reminder-opinion =
    ⭐ <b>{ $event }</b>

    Вот и всё! Как всё прошло? Хватит двух нажатий.
