button-attest = 📄 Согласие на бумаге / ☎️ по телефону
button-settle = ⚖️ Уладить разногласие
attest-head = 📄 <b>{ $name }</b>: согласие на бумаге или по телефону
attest-ask-route = Как родитель дал ответ? Фото бумаги и документов боту не нужно: храните бумагу у себя.
attest-route-paper = 📄 На бумаге
attest-route-phone = ☎️ По телефону
attest-ask-name = Напишите имя и фамилию родителя.
attest-ask-relation = Кем этот человек приходится ребёнку?
attest-relation-mother = Мать
attest-relation-father = Отец
attest-relation-grandparent = Бабушка или дедушка
attest-relation-guardian = Опекун
attest-relation-sibling-adult = Взрослый брат или сестра
attest-relation-other = Другой законный представитель
attest-ask-phone = Напишите номер телефона родителя.
attest-ask-on = Когда получен ответ? Нажмите или напишите день: 05.03.2027
attest-today = Сегодня
attest-yesterday = Вчера
attest-ask-language = На каком языке был текст?
attest-ask-required = Согласен ли родитель со всем, что необходимо?
attest-all-given = ✅ Да, со всем
attest-refused = ✖️ Нет, отказ
attest-ask-text = <b>{ $title }</b>: какой ответ?
attest-yes = да
attest-no = нет
attest-review = 📄 <b>{ $name }</b>. Проверьте, всё ли верно:
attest-facts =
    👪 { $guardian } ({ $relation }), { $phone }
    { $route } · { $day } · { $language }
attest-refusal-ends = ⚠️ После отказа заявка закроется, если никто другой из родителей не согласен. Отменить это будет нельзя.
attest-record = ✅ Записать
attest-again = ✏️ Начать заново
attest-recorded = ✅ Записано: <b>{ $name }</b>. Семья узнает через 30 секунд, до этого запись можно отменить.
attest-recorded-over = ✖️ Записано: <b>{ $name }</b>. Согласия нет, заявка закрыта.
attest-to-card = 👤 К заявке
attest-undone = Запись отменена
attest-problem-name = ⚠️ Напишите имя и фамилию буквами, например: Сапарова Гүлнар.
attest-problem-phone = ⚠️ Это не похоже на номер телефона. Напишите так: +7 701 123 45 67.
attest-problem-on = ⚠️ Напишите день так: 05.03.2027. Он не может быть в будущем или старше года.
settle-head =
    ⚖️ <b>{ $name }</b>: ответы родителей различаются.

    Сначала поговорите с обоими. Ответы никто не удаляет: рядом с ними запишется, о чём договорились. До этого действует более строгий ответ.
settle-required-yes = ✅ Договорились: участвует
settle-required-no = ✖️ Договорились: не участвует
settle-why = 💬 <b>{ $name }</b>: напишите, как договорились и с кем вы говорили. После этого решение вступит в силу.
