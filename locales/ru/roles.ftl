branch-only = 🗺 Только: { $title }
role-owner = владелец
role-organizer = организатор
role-viewer = наблюдатель
role-checker = контролёр билетов
role-organizer-may = 🗂 <b>Организатор</b>: решает, делает рассылки, выгружает таблицы
role-viewer-may = 👁 <b>Наблюдатель</b>: видит списки и цифры, ничего не решает
role-checker-may = 🎫 <b>Контролёр билетов</b>: проверяет билеты на входе, больше ничего не видит
role-until = ⏳ До { $day }
role-endless = ⏳ Без срока
invite-role = 🔗 <b>Кем приглашаем?</b>
invite-part = 🗺 На что распространяется роль: { $role }?
invite-branch = 🗺 Какая ветвь? Роль: { $role }. Любой уровень можно взять целиком.
team-until = ⏳ <b>{ $who }</b>: на какой срок?
button-invite-role = ➕ { $role }
button-make-role = 🔁 Сменить роль: { $role }
button-role-end = ⏳ Изменить срок
button-part-all = 🌐 Вся программа
button-part-branch = 🗺 Одна область или школа…
button-branch-whole = ✓ Целиком: { $title }
button-days =
    { $days ->
        [one] На { $days } день
        [few] На { $days } дня
       *[many] На { $days } дней
    }
button-days-event = До конца мероприятия
button-days-endless = Без срока
button-dismiss = 🚪 Снять роль…
viewer-welcome = 👁 Теперь вы видите списки и цифры. Нажмите кнопку, чтобы открыть кабинет.
checker-welcome = 🎫 Теперь вы проверяете билеты. Наведите камеру телефона на QR-код билета или напишите /ticket и код.
notice-staff-left = 🚪 <b>{ $name }</b>: больше не в команде. { $programme }.
notice-role-ending =
    ⏳ Срок вашей роли заканчивается: { $moment }.
    { $programme }, { $role }.

    Если роль нужна дольше, напишите владельцу.
leave-question =
    🚪 <b>Сначала выйдите из команды</b>

    У вас есть роль, и вы упомянуты в журнале действий с данными людей. Выйдите из команды: кабинет сразу закроется, и тогда ваши данные можно будет удалить.
button-leave = 🚪 Выйти из команды
leave-done = 🚪 Вы вышли из команды. Спасибо за работу! Теперь ваши данные можно удалить.
error-owners-stay = Вы владелец: эта роль записана в настройках программы (OWNER_IDS) и снимается только там.
command-desk = Кабинет организатора
command-ticket = Проверить билет
case-narrow = 👁 Вы видите то, что есть в списках. Ответы, телефоны и семья открыты организаторам.
