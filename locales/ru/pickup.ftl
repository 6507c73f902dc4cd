button-pickup-list = 🤝 Кто может забрать
button-pickup-self = 🙋 Заберу я
button-pickup-add = ➕ Добавить человека
button-pickup-alone = 🚶 Домой без взрослых
button-pickup-to-list = ⬅ Весь список
button-pickup-share = 📨 Передать код
button-pickup-phone = 📞 Добавить телефон
button-pickup-phone-change = 📞 Изменить телефон
button-pickup-renew = 🔄 Новый код
button-pickup-remove = ✖️ Убрать из списка
button-pickup-restore = ↩️ Вернуть в список
button-pickup-alone-yes = 🚶 Разрешаю
button-pickup-alone-no = ✖️ Больше не разрешаю
pickup-list =
    🤝 <b>Кто может забрать: { $name }</b>
    { $title }

    Лагерь отдаст ребёнка только тем, кто в этом списке: они называют свой код или показывают документ.
pickup-list-none = Пока никого нет. Добавьте себя и тех, кто ещё может приехать.
pickup-person = <b>{ $name }</b>
pickup-person-relation = <b>{ $name }</b> · { $relation }
pickup-you = вы
pickup-phone = 📞 { $phone }
pickup-line-code = 🔢 Код: <code>{ $code }</code>
pickup-alone-yes = 🚶 <b>Домой без взрослых:</b> можно.
pickup-alone-no = 🚶 <b>Домой без взрослых:</b> нельзя.
pickup-added = ✅ <b>В списке.</b> Теперь этот человек может забрать ребёнка: { $child }.
pickup-added-own = ✅ <b>В списке.</b> Теперь вы можете забрать ребёнка: { $child }.
pickup-of = 🤝 Может забрать: { $child }
pickup-code =
    🔢 Код для выдачи: <code>{ $code }</code>
    Передайте его только этому человеку. В лагере код нужно назвать.
pickup-code-own =
    🔢 Ваш код для выдачи: <code>{ $code }</code>
    В лагере его нужно назвать. Никому его не передавайте.
pickup-share = Код для выдачи: { $code } ({ $title }). Назовите его, когда приедете за ребёнком, и возьмите с собой документ.
pickup-relation-question = Кем этот человек приходится ребёнку?
pickup-name-question = Кто ещё может забрать ребёнка ({ $name })? Напишите имя и фамилию, как в документе.
pickup-name-problem = Напишите имя и фамилию, как в документе.
pickup-phone-question = 📞 Напишите номер телефона: <b>{ $name }</b>. Лагерь позвонит, только если что-то будет неясно.
pickup-phone-problem = Это не похоже на номер телефона. Например: +7 701 123 45 67
pickup-removed = ✖️ <b>{ $name }</b>: больше не в списке. Ребёнка ({ $child }) этому человеку не отдадут.
pickup-saved = Сохранено
pickup-alone-question =
    🚶 <b>{ $name }: домой без взрослых?</b>

    Если вы разрешите, лагерь отпустит ребёнка одного, и от ворот за дорогу домой отвечаете вы. Мы напишем в ту же минуту, когда ребёнок уйдёт. Отозвать разрешение можно в любой момент.
pickup-alone-may =
    🚶 <b>{ $name }: можно домой без взрослых.</b>

    Мы напишем в ту же минуту, когда ребёнок уйдёт. Если отзовёте разрешение, лагерь отдаст ребёнка только тем, кто в списке.
notice-pickup-list-name = 🤝 <b>{ $name }</b>: теперь ребёнка может забрать <b>{ $person }</b>. Кто добавил: { $who }. { $event }
notice-pickup-list-remove = ✖️ <b>{ $name }</b>: <b>{ $person }</b> больше не в списке тех, кто может забрать ребёнка. Кто убрал: { $who }. { $event }
notice-pickup-list-alone = 🚶 <b>{ $name }</b>: ребёнку разрешено идти домой без взрослых. Кто разрешил: { $who }. Если вы против, отзовите разрешение. { $event }
notice-pickup-list-not-alone = 🚶 <b>{ $name }</b>: идти домой без взрослых больше нельзя. Кто отозвал разрешение: { $who }. { $event }

button-pickup = 🤝 Выдача детей
button-pickup-child = 🤝 Отдать ребёнка
button-pickup-find = 🔎 Найти ребёнка
button-pickup-room = 🤝 Все дети
button-pickup-here = 🏕 Здесь: { $number }
button-pickup-out = 🚗 Ушли: { $number }
button-pickup-see-here = 🏕 Кто здесь
button-pickup-see-out = 🚗 Кто ушёл
button-pickup-squad = 🏕 Кто здесь, кто ушёл
button-pickup-document = 🪪 Документ проверен: отдать
button-pickup-known = 🤝 Знаю лично: отдать
button-pickup-goes-alone = 🚶 Уходит без взрослых
button-pickup-alone-goes = Домой без взрослых
button-pickup-undo = ↩️ Ошибка: отменить
button-pickup-back = ✅ Снова в лагере
pickup-rooms =
    🤝 <b>Выдача детей</b>

    На каком мероприятии вы отдаёте детей?
pickup-rooms-none = 🤝 Сейчас нет мероприятия, где вы отдаёте детей.
pickup-room =
    🤝 <b>Выдача детей</b>
    { $title }
pickup-room-empty = Сегодня нет смены с детьми.
pickup-counts = 🏕 Здесь: <b>{ $here }</b> · 🚗 ушли: <b>{ $out }</b>
pickup-squad-line = 🚩 { $squad }: здесь { $here }, ушли { $out }
pickup-how = Найдите ребёнка по имени или наведите камеру на билет и нажмите «Отдать ребёнка».
pickup-find = 🔎 { $title }: напишите часть имени ребёнка.
pickup-list-here = 🏕 <b>{ $where }</b>: здесь { $number }
pickup-list-out = 🚗 <b>{ $where }</b>: ушли { $number }
pickup-list-empty = Никого.
pickup-since = с { $time }
pickup-not-met = 🕓 на входе ещё не встречали
pickup-awaited = 🕓 Из них на входе ещё не встречали: <b>{ $number }</b>
pickup-here = 🏕 <b>В ЛАГЕРЕ</b>
pickup-out =
    🚗 <b>НЕ В ЛАГЕРЕ</b> с { $time }
    { $person }
    Кто отдал: { $by }
pickup-done =
    ✅ <b>ОТДАЛИ</b> · { $time }
    { $person }
    Кто отдал: { $by }. Семье уже написали.
pickup-whom = 👤 { $name } ({ $relation })
pickup-alone-word = 🚶 без взрослых
pickup-was-out = 🕓 Уходил(а): { $left }–{ $back } · { $person }
pickup-second = ✌️ Кто подтвердил: { $second }
pickup-proof-code = 🔢 Код верный
pickup-proof-document = 🪪 Документ проверен
pickup-proof-known = 🤝 Знают лично
pickup-proof-consent = 🚶 Родитель разрешил
pickup-people = <b>Кто может забрать:</b>
pickup-nobody = ⚠️ В списке никого нет.
pickup-may-go-alone = 🚶 Можно домой без взрослых: родитель разрешил.
pickup-type-code = <b>Спросите код и напишите его сюда.</b> Кода нет? Выберите человека и посмотрите документ.
pickup-call-guardian = Позвоните родителю и попросите добавить человека в список:
pickup-guardian = 📞 { $name }: { $phone }
pickup-bars = 🚫 <b>НЕ ОТДАВАТЬ</b>
pickup-bar-line = 🚫 <b>{ $name }</b> · { $reason }
pickup-bar-unsaid = причина пока не указана
pickup-barred =
    🚫 <b>НЕ ОТДАВАТЬ</b>
    { $person }: этому человеку нельзя забирать ребёнка ({ $name }). Сохраняйте спокойствие, оставьте ребёнка рядом с собой и позвоните организаторам.
pickup-barred-word =
    🚫 <b>НЕ ОТДАВАТЬ</b>
    Так решил человек, которому самому нельзя забирать ребёнка ({ $name }): { $person }. Сохраняйте спокойствие, оставьте ребёнка рядом с собой и позвоните другому родителю или организаторам.
pickup-collector = С кем уходит <b>{ $name }</b>:
pickup-how-sure = Назвали код? Просто напишите его сюда. Если нет: как вы убедились, что это тот самый человек?
pickup-goes-alone =
    🚶 <b>{ $name }: домой без взрослых</b>
    Родитель разрешил. Как только вы нажмёте, мы ему напишем.
pickup-refused-code = ❌ <b>Код не подходит.</b> Спросите ещё раз или посмотрите документ.
pickup-refused-pause = ⏳ <b>Слишком много неверных кодов.</b> Некоторое время коды не проверяются: посмотрите документ.
pickup-refused-out = Ребёнок уже ушёл: посмотрите, с кем и кто его отдал.
pickup-undone = ↩️ Отменено: ребёнок в лагере. Семье напишем.
pickup-taken-in = ✅ Снова в лагере. Семье напишем.
notice-pickup-left =
    🤝 <b>{ $name } уже не в лагере</b> · { $time }
    👤 Кто забрал: { $person }
    { $proof }. Кто отдал: { $by }. { $event }

    Что-то не так? Сразу позвоните в лагерь.
notice-pickup-alone =
    🚶 <b>{ $name }: домой без взрослых</b>, как вы разрешили · { $time }
    Кто отпустил: { $by }. { $event }
notice-pickup-undone = ⚠️ <b>Поправка:</b> { $name } в лагере, прошлое сообщение отправлено по ошибке. { $event }
notice-pickup-back = 🏕 <b>{ $name } снова в лагере</b> · { $time }. { $event }
error-pickup-full = В списке уже восемь человек. Сначала кого-нибудь уберите.
error-pickup-text = Здесь пусто или слишком длинно. Напишите ещё раз.
error-pickup-barred = 🚫 Этому человеку нельзя забирать ребёнка. Оставьте ребёнка рядом с собой и позвоните организаторам.
error-pickup-own = Отдать ребёнка самому себе нельзя. Попросите коллегу.
button-release = 🤝 Разрешить отдавать детей
button-release-end = 🤝 Больше не отдаёт детей
role-releases = 🤝 Ещё отдаёт детей: видит, кто может и кто не должен их забирать
error-pickup-call = ☎️ Сначала позвоните родителю и отметьте, кому дозвонились.
error-pickup-primary = Это должен разрешить основной родитель, а сейчас такого нет. Сначала сделайте основным другого родителя.

button-pickup-outsider = ✋ Приехал кто-то другой
button-pickup-reached = ☎️ Дозвонились: { $name }
button-pickup-vouch = ✌️ Подтверждаю
button-pickup-refuse = ✖️ Нет, не отдавать
button-pickup-withdraw = ✖️ Больше не нужно
button-pickup-bar = 🚫 Не отдавать этому человеку
button-pickup-bar-name = 🚫 Кому нельзя отдавать
button-pickup-lift = ↩️ Попросить снять запрет
button-pickup-lift-yes = ✅ Да, снова можно забирать
button-pickup-lift-no = 🚫 Нет, оставить запрет
pickup-outsider-name =
    ✋ <b>{ $name }: приехал кто-то другой?</b>
    Оставьте ребёнка рядом с собой. Напишите имя и фамилию человека, как в документе.
pickup-outsider =
    ✋ <b>Нет в списке:</b> { $person }
    Хочет забрать: { $name }
pickup-outsider-asked = 🙋 У выхода: { $who }
pickup-outsider-called = ☎️ Кто из родителей согласился по телефону: { $who }
pickup-outsider-call = <b>Сначала позвоните родителю.</b> Лучше всего, если он сразу добавит этого человека в список: тогда больше ничего не нужно. Иначе нажмите, с кем вы поговорили и кто согласился. Никто не отвечает? Тогда ребёнок остаётся.
pickup-outsider-waits = ⏳ Коллегам отправлен вопрос. Как только кто-то подтвердит, напишем сюда.
pickup-outsider-question = <b>Подтверждаете, что ребёнка можно отдать этому человеку?</b> Если есть сомнения, позвоните родителю сами.
pickup-outsider-confirmed = ✌️ <b>Подтверждено.</b> Ещё раз посмотрите документ: имя должно совпадать. Действует один час и на один раз.
pickup-outsider-with-asker = ✌️ <b>Подтверждено.</b> Ребёнка отдаст коллега у выхода.
pickup-whom-outsider = ✋ { $name } (нет в списке)
pickup-bar-name = 🚫 Кому нельзя отдавать ребёнка ({ $name })? Выберите родителя или напишите имя и фамилию другого человека. Запрет действует сразу, семья его не видит.
pickup-bar-why =
    🚫 <b>Запрет действует.</b>
    { $person } не может забрать ребёнка: { $name }. Почему? Выберите или напишите: прочитают только те, кто отдаёт детей.
pickup-bar-how = Запрет снимается, когда об этом просит организатор и соглашается основной родитель.
pickup-lift-sent = Мы спросили основного родителя. Пока он не согласится, запрет действует.
pickup-lift-waits = ⏳ Мы спросили основного родителя. Пока он не согласится, запрет действует.
pickup-lifted = ✅ <b>{ $name }</b>: этот человек снова может забирать ребёнка, если он в списке.
pickup-kept = 🚫 <b>{ $name }</b>: всё остаётся как есть. Этому человеку ребёнка не отдадут.
pickup-reason-court = Решение суда
pickup-reason-family = Так попросила семья
pickup-reason-unknown = Этого человека никто не знает
notice-pickup-asked =
    ✋ <b>Нужно ваше подтверждение.</b>
    { $person } (нет в списке) хочет забрать ребёнка: { $name }. Кто спрашивает: { $who }. { $event }
notice-pickup-vouched = ✌️ <b>Подтверждено:</b> { $name } может уйти с этим человеком: { $person }. Кто подтвердил: { $who }. Посмотрите документ и отдайте ребёнка. { $event }
notice-pickup-refused = ✖️ <b>Не отдавайте:</b> { $name } не уходит с этим человеком: { $person }. Кто против: { $who }. { $event }
notice-pickup-lift =
    🚫 <b>{ $name }</b>: сейчас лагерь не отдаёт ребёнка этому человеку: <b>{ $person }</b>. Организатор спрашивает, можно ли снять запрет. { $event }

    Решаете только вы. Без вашего согласия ничего не изменится.
notice-pickup-outsider =
    ✋ <b>{ $name } уже не в лагере</b> · { $time }
    👤 Кто забрал: { $person }, <b>нет в вашем списке</b>
    Родитель согласился по телефону. { $proof }. Кто отдал: { $by }. Кто подтвердил: { $second }. { $event }

    Что-то не так? Сразу позвоните в лагерь.
