command-mydata = Что обо мне хранится
button-mydata = 🔐 Мои данные
data = <b>🔐 Что о вас хранится</b>
data-line = • { $name }: <b>{ $value }</b>
data-of = { $name }:
data-messages-count = вам — { $sent }, от вас — { $received }
data-fact-telegram = Telegram
data-fact-language = Язык
data-fact-phone = Телефон
data-fact-since = Здесь с
data-fact-registrations = Заявки
data-fact-drafts = Неотправленные анкеты
data-fact-children = Дети
data-fact-answers = Ответы
data-fact-consents = Ваши решения о согласии
data-fact-messages = Сообщения
data-foot = Тексты ваших сообщений удаляются сразу после обработки. Можно взять копию всего, что хранится, и всё удалить.
button-export = 📦 Взять копию
export-json = 📦 Всё, что хранится: файл для компьютера
export-pdf = 📄 То же самое: чтобы прочитать и напечатать
button-forget = 🗑 Удалить мои данные…
button-forget-me = 👤 Мои
forget-whom = <b>🗑 Чьи данные удалить?</b>
forget-self = <b>🗑 Удаление ваших данных</b>
forget-child = <b>🗑 Удаление данных вашего ребёнка: { $name }</b>
forget-active = • { $title }: место освободится и перейдёт следующему в листе ожидания.
forget-waiting = • { $title }: место в листе ожидания пропадёт.
forget-ended = • { $title }: заявка закрыта; всё, что от неё осталось, удалим.
forget-erased = <b>Навсегда удалим:</b> имена, телефоны, даты рождения, все ответы, тексты всех сообщений, связь родителя и ребёнка.
forget-children = Детей, связь с которыми пропадёт: { $children }. Согласия, которые вы дали, остаются в силе.
forget-others = Заявок, которые вы подали за других: { $registrations }. Они останутся.
forget-stays = <b>Останется:</b> кто, когда и на что дал согласие (номерами, без имён, как требует закон), и запись о том, что удаление было.
button-forget-go-on = 🗑 Продолжить
button-forget-no = ✅ Оставить всё как есть
forget-again-self = ⚠️ <b>Последний вопрос.</b> Удалённое не вернёт никто, даже организаторы. Удалить ваши данные навсегда?
forget-again-child = ⚠️ <b>Последний вопрос.</b> Удалённое не вернёт никто, даже организаторы. Удалить навсегда данные ребёнка: { $name }?
button-forget-yes = 🗑 Да, удалить навсегда
forget-done-self =
    ✅ <b>Ваши данные удалены.</b>

    Номер удаления: <code>{ $proof }</code>
    Сохраните его: по номеру можно доказать, что данные удалены и когда. Ничего личного в нём нет.

    Сообщений отсюда больше не будет. Этот чат можно удалить. Начать заново: /start
forget-done-child =
    ✅ <b>Данные ребёнка удалены.</b>

    Номер удаления: <code>{ $proof }</code>
    Сохраните его: по номеру можно доказать, что данные удалены и когда. Ничего личного в нём нет.
error-staff-cannot-forget = Вы среди организаторов. Сначала попросите владельца снять с вас эту роль: вы есть в журнале действий с данными людей.
notice-data-erased = Заявка на «{ $event }» отменена, её данные удалены по просьбе вашей семьи. Место освобождено.
dossier-kind = Заявка № { $number }
dossier-account = Что хранится об аккаунте
dossier-draft = Неотправленная анкета
dossier-foot = Сделано в чате: { $moment }
dossier-participant = Участник
dossier-born = Дата рождения
dossier-phone = Телефон
dossier-stream = Смена
dossier-days = Даты
dossier-place = Место
dossier-status = Статус
dossier-reason = Причина
dossier-submitted = Отправлена
dossier-changed = Последнее изменение
dossier-status-awaiting-guardian = ждёт согласия родителя
dossier-status-pending = на рассмотрении
dossier-status-returned = вернули на исправление
dossier-status-confirmed = подтверждена
dossier-status-waitlisted = в листе ожидания
dossier-status-declined = отклонена
dossier-status-refused = родитель не дал согласия
dossier-status-cancelled = отменена
dossier-consents = Согласия
dossier-consent = Текст
dossier-decision = Решение
dossier-decided = Когда и как
dossier-by = Кто
dossier-consent-version = { $title }, версия { $version }
dossier-given = дано
dossier-refused = отказ
dossier-withdrawn = отозвано
dossier-how = { $route }, { $language }
dossier-route-chat = в чате
dossier-route-paper = на бумаге
dossier-route-phone = по телефону
