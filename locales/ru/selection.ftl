button-selection = 🎯 Отбор
selection-head = 🎯 <b>{ $title }</b>: кто получает место
selection-mode-first-come = 🏃 Кто раньше
selection-mode-review = 👀 По решению
selection-mode-scores = ⭐ По оценкам
selection-mode-lottery = 🎲 По жребию
selection-mode-now = ✓ { $mode }
selection-about-first-come = 🏃 <b>Кто раньше.</b> Кто первым прислал полную анкету, сразу получает место; остальные ждут в том же порядке.
selection-about-review = 👀 <b>По решению.</b> Организаторы читают каждую заявку и подтверждают или отклоняют её.
selection-about-scores = ⭐ <b>По оценкам.</b> Организаторы ставят каждой заявке оценки от 1 до 5; лучшие получают места, остальные ждут по порядку оценок.
selection-about-lottery = 🎲 <b>По жребию.</b> Когда регистрация закончится, всё решит честная жеребьёвка, и проверить её может любой.
selection-stream =
    🏕 <b>{ $stream }</b>
    Мест: { $capacity } · занято: { $taken } · ждут: { $waiting }
selection-stage-drawing = 🔒 Идёт жеребьёвка: свободные места ждут её итогов.
selection-stage-chosen = ✅ Отбор проведён: освободившиеся места идут по листу ожидания.
selection-offers = 🎁 Освободившееся место предлагаем первому в очереди и держим { $hours } ч. Нет ответа — предлагаем следующему.
selection-offers-none = 🎁 Освободившееся место сразу получает первый в очереди.
selection-mode-question =
    Изменить порядок отбора в «{ $title }»: <b>{ $mode }</b>?

    Места из-за этого никто не потеряет.
button-selection-mode-yes = ✅ Да, изменить
button-selection-places = 🪑 Места: { $stream }
button-selection-back = 🎯 К отбору
capacity-question =
    🪑 <b>{ $stream }</b>
    Мест: <b>{ $capacity }</b> · занято: { $taken } · ждут: { $waiting }

    Напишите новое число мест. Новые места по порядку получат те, кто ждёт; меньше, чем занято, сделать нельзя.
capacity-number-needed = Напишите число мест цифрами, например 120.
capacity-refused =
    Так нельзя: занято мест — <b>{ $taken }</b>, меньше быть не может, а больше { $most } тоже.

    Остаётся { $capacity }. Напишите другое число.
capacity-done = ✅ <b>{ $stream }</b>: было мест { $before }, стало <b>{ $capacity }</b>.
capacity-moved-up = Получили место из листа ожидания: <b>{ $count }</b>. Мы напишем им через 30 секунд.
capacity-undone = Число мест снова прежнее.
error-lottery-open = Для этой смены идёт жеребьёвка. Сначала примените её итоги или отмените её.
error-scores-closed = Отбор уже проведён, оценки больше не изменить.
button-offer-again = ✋ Я всё ещё хочу поехать
next-resting = <b>Что дальше:</b> вы не ответили на предложение, поэтому сами мы больше места не предлагаем. Если всё ещё хотите поехать, нажмите кнопку: вы встанете в конец листа ожидания.
offer-waits-again = Вы снова в листе ожидания.
history-waitlist-again = снова хочет место
