desk =
    🗂 <b>Кабинет организатора</b>

    С какой программой работаем?
desk-programme =
    🗂 <b>{ $title }</b>

    С каким мероприятием работаем?
desk-event =
    🗂 <b>{ $title }</b>
    📅 { $days }
desk-stream =
    🏕 <b>{ $title }</b>
    Занято мест: { $taken } из { $capacity }
desk-more =
    ⚙️ <b>{ $title }</b>

    Здесь всё, что нужно реже: проверки, места, расписание, напоминания, команда.
desk-updated = 🔄 Данные на { $time }
desk-status-pending = ⏳ Ждут решения: { $count }
desk-status-awaiting-guardian = 👪 Ждут родителей: { $count }
desk-status-confirmed = ✅ Подтверждены: { $count }
desk-status-waitlisted = 🕓 Лист ожидания: { $count }
desk-status-returned = ✏️ На исправлении: { $count }
desk-status-declined = ✖️ Отклонены: { $count }
desk-status-refused = 🚫 Родители против: { $count }
desk-status-cancelled = 👋 Отказались сами: { $count }
desk-calls = 📞 Кому позвонить: { $count }
desk-event-waiting = { $title } · ⏳ { $count }
button-desk-chart = 📊 Диаграмма
button-announce = 📣 Объявления
button-staff-link = 🔗 Пригласить
button-team = 👥 Команда
button-refresh = 🔄 Обновить
button-more = ⚙️ Ещё
button-desk-back = 🗂 В кабинет
button-list = 📋 К списку
list-head =
    <b>{ $title }</b>
    { $status }
list-page = Страница { $page } из { $pages }
list-none = Здесь пока никого нет.
list-grade = { $grade } класс
button-confirm-all = ✅ Подтвердить всех: { $count }
bulk-question =
    Подтвердить все заявки, которые ждут решения и в которых всё есть: <b>{ $count }</b>?

    Семьи узнают через 20 секунд. Отменить можно в течение 30 секунд.
button-bulk-yes = ✅ Да, подтвердить
bulk-progress = ⏳ Подтверждаем: { $done } из { $count }…
bulk-done =
    ✅ Подтверждено: <b>{ $count }</b>

    Семьи узнают через 20 секунд.
bulk-undone = ↩️ Отменено решений: <b>{ $count }</b>. Заявки снова ждут решения.
button-undo = ↩️ Отменить (30 с)
case-head =
    👤 <b>{ $name }</b>
    🏕 { $title } · { $stream }
case-place = { $status } · { $place } из { $total }
case-registered-by = 📱 Аккаунт: { $name }
case-guardian = 👪 Родитель: { $name }{ $phone }
case-no-guardian = 👪 Родитель ещё не открыл ссылку.
case-consent-none = ▫️ { $title }: ответа пока нет
case-history = 🕘 <b>История</b>
case-status-pending = ⏳ ждёт решения
case-status-awaiting-guardian = 👪 ждёт родителя
case-status-confirmed = ✅ подтверждена
case-status-waitlisted = 🕓 лист ожидания
case-status-returned = ✏️ на исправлении
case-status-declined = ✖️ отклонена
case-status-refused = 🚫 родитель против
case-status-cancelled = 👋 отказ от участия
history-registration-submit = заявка отправлена
history-registration-cancel = отказ от участия
history-registration-confirm = подтверждена
history-registration-return = возвращена на исправление
history-registration-decline = отклонена
history-registration-undo = решение отменено
history-guardian-invite = создана ссылка для родителя
history-guardian-join = родитель открыл ссылку
history-consent-give = родитель согласен
history-consent-refuse = родитель отказал
history-call-ask = родитель просит позвонить
history-waitlist-promote = получено место из листа ожидания
button-confirm = ✅ Подтвердить
button-return = ✏️ На исправление
button-decline = ✖️ Отклонить
button-next = ➡ Дальше: { $name }
button-answer-file = 📎 { $title }
answer-file = 📎 <b>{ $name }</b>: { $title }
decided-confirmed = ✅ <b>{ $name }</b>: заявка подтверждена.
decided-returned = ✏️ <b>{ $name }</b>: заявка возвращена на исправление.
decided-declined = ✖️ <b>{ $name }</b>: заявка отклонена.
decided-told = Семья узнает об этом через 20 секунд.
decided-none-left = 🎉 Больше никто не ждёт решения.
decision-undone = Решение отменено.
return-question = <b>{ $name }</b>: что нужно исправить? Выберите причину или напишите своими словами, семья её прочитает.
decline-question = <b>{ $name }</b>: почему отклоняем? Выберите причину или напишите своими словами, семья её прочитает. Место перейдёт первому в листе ожидания.
reason-return-name = Напишите, пожалуйста, фамилию и имя точно как в документе.
reason-return-study = Проверьте, пожалуйста, место учёбы или работы.
reason-return-words = Расскажите, пожалуйста, подробнее своими словами.
reason-decline-age = Возраст или класс не подходит для этого мероприятия.
reason-decline-places = Мест на всех желающих не хватило.
reason-decline-twice = Этот человек уже зарегистрирован.
button-return-name = Проверить имя
button-return-study = Проверить место учёбы
button-return-words = Рассказать подробнее
button-decline-age = Не подходит возраст или класс
button-decline-places = Не хватает мест
button-decline-twice = Повторная заявка
calls-head =
    📞 <b>Кому позвонить</b>
    { $title }
calls-none = Звонить пока некому. 👌
call-line =
    👪 { $guardian }, { $phone }
    Ребёнок: <b>{ $child }</b>
    Просьба от { $asked }
call-no-phone = номера нет
button-called = ✅ Звонок сделан: { $name }
button-call-open = 👤 { $name }
staff-link =
    🔗 <b>Перешлите это сообщение новому коллеге</b>

    { $title }
    { $facts }

    Кто первым откроет ссылку, получит эту роль:
    { $link }

    Ссылка одноразовая и действует 10 минут, до { $until }.
staff-link-share = Откройте ссылку, чтобы войти в команду: { $title }
button-share-staff-link = 📨 Отправить коллеге
staff-welcome = 🎉 Теперь вы организатор. Нажмите кнопку, чтобы открыть свой кабинет.
team-head =
    👥 <b>Команда</b>
    { $title }

    Чтобы изменить или снять роль, нажмите на имя.
team-none =
    👥 <b>Команда</b>
    { $title }

    Пока никто не приглашён.
team-question = <b>{ $name }</b>: снять роль? Кабинет сразу закроется для этого человека.
button-dismiss-yes = Да, снять
button-dismiss-no = Нет, оставить
notice-staff-joined = 👥 <b>{ $name }</b> теперь в команде: { $programme }, { $role }.
notice-decision-undone = ↩️ <b>{ $name }</b>: не обращайте внимания на последнее сообщение о «{ $event }», оно отправлено по ошибке. Нажмите кнопку, чтобы узнать, как обстоят дела.
error-undo-expired = 30 секунд прошли: решение остаётся в силе. Можно принять новое.
case-consent = { $icon } { $title }: { $answer }, { $day }
case-consent-voice = {"    "}👤 { $name }: { $answer }, { $day }
case-hold-renewal = 🔄 <b>Согласие нужно обновить</b> до { $until }: текст изменился.
case-hold-dispute = ⚖️ <b>Ответы родителей различаются</b>: поговорите с обоими до { $until }, потом место освободится.
history-consent-lapse = согласие не обновили в срок
history-consent-unresolved = родители не договорились в срок
call-consent-line =
    👪 { $guardian }, { $phone }
    Ребёнок: <b>{ $child }</b>
    { $cause } (с { $since })
call-no-guardian = родитель ещё не пришёл
call-cause-dispute = ⚖️ Ответы родителей различаются
call-cause-renewal = 🔄 Не обновлено согласие
call-cause-unopened = 📨 Ссылку для родителя никто не открыл
call-cause-silent = 🕓 На напоминания о согласии не ответили
history-consent-enter = согласие записано со слов или с бумаги
history-consent-void = запись о согласии отменена
history-consent-resolve = разногласие родителей улажено
