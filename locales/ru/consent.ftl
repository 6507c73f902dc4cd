consent-who =
    👤 <b>{ $name }</b>
    🏕 { $title }
    📅 { $days }
    📍 { $place }
consent-foot = Нажмите на текст, чтобы прочитать его целиком. Кнопка «Даю согласие» относится ко всему, что выше.
consent-optional-head = <b>Ещё один вопрос.</b> От него участие ребёнка не зависит.
button-agree = ✅ Даю согласие
button-refuse = Не даю согласия
button-ask-call = 📞 Позвоните мне
button-optional-yes = ✅ Да, разрешаю
button-optional-no = Нет, не разрешаю
button-withdraw = ✖️ Отозвать согласие
guardian-status-awaiting-guardian = 👪 Ждём вашего решения.
guardian-status-pending = ⏳ Спасибо! Теперь заявку рассмотрят организаторы, ответ придёт в этот чат.
guardian-status-returned = ✏️ Организаторы просят исправить ответ: ребёнок исправит и отправит заявку снова.
guardian-status-confirmed = ✅ Участие ребёнка подтверждено.
guardian-status-waitlisted = 🕓 Ребёнок в листе ожидания. Если место освободится, сразу сообщим.
guardian-status-declined = ✖️ Организаторы отклонили заявку.
guardian-status-refused = ✖️ Вы не дали согласия, заявка закрыта.
guardian-status-cancelled = ✖️ Ребёнок не будет участвовать: заявка отменена.
refusal-question = Почему <b>{ $name }</b> не сможет участвовать в «{ $title }»? Выберите причину или напишите своими словами. После этого заявка закроется, а место освободится.
refusal-dates = Не подходят даты
refusal-health = По здоровью
refusal-far = Слишком далеко
refusal-unsure = Пока не уверены
reason-problem =
    ⚠️ Напишите, пожалуйста, причину: до { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
        [many] { $longest } знаков
       *[other] { $longest } знаков
    }.
call-which-phone = На какой номер вам позвонить? Нажмите кнопку внизу или напишите номер.
call-promised = 📞 Спасибо! Организаторы вам позвонят.
