button-register-child = 👪 За ребёнка
button-register-pupil = 🏫 За ученика
answering-for-child = 👪 Вы отвечаете <b>за своего ребёнка</b>.
answering-for-pupil = 🏫 Вы отвечаете <b>за ученика</b>. Согласие потом даст родитель по ссылке.
button-another-child = ➕ Записать ещё одного ребёнка
button-another-pupil = ➕ Записать ещё одного ученика
button-another-child-for = ➕ Ещё один ребёнок: { $title }
next-awaiting-you = <b>Что дальше:</b> дайте согласие, кнопка внизу. Место пока держим.
next-awaiting-guardian-child = <b>Что дальше:</b> перешлите ссылку родителю ребёнка. Пока ждём согласия, место держим.
next-guardian-joined-child = <b>Что дальше:</b> родитель ребёнка открыл ссылку, решение за ним. От вас ничего не нужно.
next-returned-child = <b>Что дальше:</b> исправьте ответ и отправьте снова. Место держим.
next-refused-child = <b>Что дальше:</b> эта заявка закрыта. Если родитель передумает, ребёнка можно записать снова.
next-cancelled-child = <b>Что дальше:</b> эта заявка закрыта. Если передумаете, ребёнка можно записать снова.
next-waitlisted-child =
    <b>Место в листе ожидания: { $place }</b>
    <b>Что дальше:</b> если место освободится, сразу сообщим. От вас ничего не нужно.
button-cancel-of-child = ✖️ Отказаться от места
button-keep-of-child = Нет, участвует
cancel-of-child-question = <b>{ $name }</b>: отказаться от места в «{ $title }»? Оно сразу перейдёт следующему из листа ожидания, вернуть его нельзя.
child-line =
    👤 <b>{ $name }</b> · { $title }
    { $status }
    ➡ { $turn }
turn-yours = Слово за вами
turn-of-child = Исправить должен сам ребёнок
turn-differ = Ответы родителей различаются, организаторы свяжутся с вами
turn-of-nobody = От вас ничего не нужно
error-too-many-children = Чтобы один аккаунт отвечал за стольких детей, нужно разрешение организаторов. Мы им уже сообщили.
error-child-cannot-act = Записать ребёнка может только взрослый. Вы можете записаться сами.
error-links-paused = Слишком много ссылок не подошло. Подождите немного и откройте последнюю присланную ссылку снова.
error-last-guardian = Кроме вас, за этого ребёнка никто не отвечает. Сначала добавьте второго родителя или откажитесь от места.
error-already-takes-part = У этого аккаунта уже есть своя заявка, поэтому заявку ребёнка ему не передать. Напишите организаторам.
button-circle = 👪 Родители и представители
circle-head = <b>👪 { $name }: родители и представители</b>
circle-line = • { $relation }: <b>{ $name }</b>
circle-none = Пока никто не привязан. Отправьте ссылку родителю.
relation-mother = Мама
relation-father = Папа
relation-grandparent = Бабушка или дедушка
relation-guardian = Опекун
relation-sibling-adult = Взрослый брат или сестра
relation-other = Другой близкий
relation-unsaid = Родитель или представитель
relation-question = Кем вы приходитесь ребёнку? <b>{ $name }</b>
relation-kept = 👍 Спасибо, записали.
button-change-relation = ✏️ Кем я прихожусь ребёнку
button-second-guardian = ➕ Ссылка второму родителю
button-hand-over = 📲 У ребёнка появился Telegram
button-leave-child = 🚪 Выйти из списка
button-leave-child-yes = Да, выйти
leave-child-question = <b>{ $name }</b>: выйти из списка? Сообщений об этом ребёнке больше не будет, заявку вы тоже не увидите. Данное вами согласие остаётся в силе.
child-left = <b>{ $name }</b>: вы вышли из списка.
takeover-link =
    📲 <b>Перешлите это сообщение ребёнку</b>

    { $name }, заявка на «{ $title }» теперь может быть в твоём Telegram. Открой ссылку:
    { $link }

    Ссылка работает один раз и 72 часа. Когда её откроют, мы попросим взрослого подтвердить.
takeover-share = { $name }, открой ссылку, чтобы заявка на «{ $title }» была в твоём Telegram.
button-share-takeover = 📨 Отправить ребёнку
takeover-waits = ⏳ <b>{ $name }</b>: ждём, пока взрослый подтвердит. После этого заявка на «{ $title }» будет в этом чате.
takeover-done = ✅ <b>{ $name }</b>: теперь ребёнок видит заявку сам. Родители остаются в списке и тоже получают сообщения.
takeover-denied = 👌 <b>{ $name }</b>: ничего не изменилось.
notice-takeover-asked = 📲 <b>{ $name }</b>: ссылку открыли из аккаунта <b>{ $who }</b>. Это правда тот ребёнок? Тогда заявка на «{ $event }» перейдёт в этот аккаунт.
button-takeover-yes = ✅ Да, это ребёнок
button-takeover-no = ✖️ Нет, это другой человек
notice-takeover-confirmed = 🎉 <b>{ $name }</b>: заявка на «{ $event }» теперь в вашем чате.
notice-many-children = ⚠️ «{ $event }»: <b>{ $name }</b> хочет привязать ещё одного ребёнка. Сейчас детей: { $count }. Если всё верно, разрешите больше: заявка → родители → разрешить больше.
wards-head = <b>👪 { $name }: родители и представители</b>
ward-head = <b>👪 { $name }</b>
ward-may-not-know = 🚫 Ничего не видит и не получает сообщений
ward-may-not-decide = 🚫 Видит, но ничего не решает
ward-many = ⚠️ Детей: { $count }, разрешено: { $most }
button-wards = 👪 Родители: { $count }
button-wards-limited = 👪🚫 Родители: { $count }
button-limit-decide = 🚫 Не решает
button-limit-know = 🚫 Ничего не видит
button-lift-limit = ↩️ Снять ограничение
button-put-first = ⭐ Сделать основным
button-allow-more = ➕ Разрешить ещё 10 детей
button-end-link = ✖️ Отвязать
button-end-link-yes = Да, отвязать
end-link-question = Отвязать: <b>{ $name }</b>? Ребёнок: { $child }. Прежние согласия и записи останутся.
limit-why-no-decide = Почему <b>{ $name }</b> больше не решает? Выберите или напишите причину, её видят только организаторы.
limit-why-no-know = Почему <b>{ $name }</b> больше ничего не видит? Выберите или напишите причину, её видят только организаторы.
limit-reason-court = Решение суда
limit-reason-family = Просьба семьи
limit-reason-unknown = Это не родитель ребёнка
case-registered-by-guardian = 📱 Записал родитель: { $name }
case-registered-by-teacher = 📱 Записал учитель: { $name }
history-guardian-limit = родитель ограничен
history-guardian-lift = ограничение снято
history-guardian-leave = родитель вышел из списка
history-guardian-end = родителя отвязали
history-guardian-first = сменился основной родитель
history-takeover-confirmed = заявка передана самому ребёнку
next-returned-other = <b>Что дальше:</b> ответ исправит и снова отправит тот, кто заполнял анкету. От вас ничего не нужно; место держим.
