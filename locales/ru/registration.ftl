registration-head = <b>{ $title }</b>
registration-facts =
    👤 { $name }
    🏕 { $stream }
    📅 { $days }
    📍 { $place }
status-awaiting-guardian = 👪 Статус: <b>ждёт согласия родителя</b>
status-pending = ⏳ Статус: <b>на рассмотрении</b>
status-returned = ✏️ Статус: <b>вернули на исправление</b>
status-confirmed = ✅ Статус: <b>подтверждена</b>
status-waitlisted = 🕓 Статус: <b>в листе ожидания</b>
status-declined = ✖️ Статус: <b>отклонена</b>
status-refused = ✖️ Статус: <b>родитель не дал согласия</b>
status-cancelled = ✖️ Статус: <b>отменена</b>
next-awaiting-guardian = <b>Что дальше:</b> перешлите ссылку родителю. Место держим за вами, пока ждём согласия.
next-guardian-joined = <b>Что дальше:</b> родитель открыл ссылку, ждём его решения.
next-pending = <b>Что дальше:</b> организаторы рассмотрят заявку и ответят в этом чате. От вас ничего не нужно.
next-returned = <b>Что дальше:</b> исправьте ответ и отправьте снова. Место за вами.
next-confirmed = <b>Что дальше:</b> перед началом пришлём напоминание. Расписание можно смотреть в любое время.
next-waitlisted = <b>Ваш номер в листе ожидания: { $place }</b>. Когда место освободится, сразу сообщим.
next-declined = Если есть вопросы, напишите организаторам.
next-refused = Поговорите с родителем. Если решение изменится, можно записаться снова.
next-cancelled = Если передумаете, можно записаться снова.
reason = 💬 Причина: { $reason }
guardian-link =
    📨 <b>Перешлите это сообщение родителю</b>

    { $name }: заявка на «{ $title }». Чтобы дать согласие, откройте ссылку:
    { $link }

    Ссылка одноразовая и действует 72 часа.
guardian-link-share = { $name }: заявка на «{ $title }». Откройте ссылку, чтобы дать согласие.
button-share-link = 📨 Отправить родителю
button-invite = 📨 Ссылка для родителя
button-correct = ✏️ Исправить
button-consent = 📄 Согласие
button-my-timetable = 🗓 Моё расписание
button-cancel-registration = ✖️ Отказаться от участия
button-cancel-registration-yes = Да, отказаться
button-keep-registration = Нет, я участвую
cancel-registration-question = Отказаться от участия в «{ $title }»? Место сразу перейдёт следующему в листе ожидания, вернуть его не получится.
mine = <b>Мои заявки</b>
mine-none = Заявок пока нет. Начните с раздела «Программы».
children = <b>Мои дети</b>
children-none = Здесь появятся заявки ваших детей. Откройте ссылку, которую прислал ребёнок.
