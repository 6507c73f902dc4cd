button-reminders = ⏰ Напоминания
button-rule-on = 🔔 Включить
button-rule-off = 🔕 Выключить
button-rule-add = ➕ { $name }
rules-head =
    ⏰ <b>{ $title }: напоминания</b>

    Нажмите на любое, чтобы изменить время или выключить.
rule-evening-before = Программа на завтра
rule-before-session = Скоро начнётся занятие
rule-departure-day = День отъезда в лагерь
rule-consent-missing = Нет согласия родителей
rule-offer-lapsing = Предложенное место скоро уйдёт
rule-to-participants = участники
rule-to-guardians = родители
rule-to-guardians-pending = родители, которые ещё не ответили
rule-to-family = семья
rule-at = в { $at }
rule-before = за { $minutes } мин
rule-minutes = { $minutes } мин
rule-next = Следующее: { $moment }
rule-next-none = Сейчас напоминать не о чем.
rule-is-off = Выключено.
rule-line =
    <b>{ $name }</b>
    Кому: { $to } ({ $people }) · { $when }
    { $then }
rule-ask-hour = В котором часу?
rule-ask-minutes = За сколько времени?
rule-document-missing = Не хватает документа
rule-packing = Собирайте вещи
rule-pickup-day = День, когда забирают детей
rule-days = за { $days } дн
rule-days-before = за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } до начала, в { $at }
