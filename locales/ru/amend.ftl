amend-head =
    📝 <b>{ $title }</b>
    👤 { $name }
amend-until = ✏️ Ответы можно менять по { $until } включительно.
amend-closed = 🔒 Здесь ответы больше не изменить. Если что-то неверно, напишите организаторам.
amend-returned = ✏️ Заявка вернулась на исправление: откройте её и нажмите «Исправить».
amend-changed-foot = ➡ Зачёркнуто то, что было раньше. Организаторы увидят оба ответа.
amend-reply-question = 👪 Эти ответы изменились. Вы не против?
amend-replied-fine = 👍 Вы ответили, что изменение вас устраивает.
amend-replied-objects = ✋ Вы против изменения. Организаторы знают об этом и примут решение.
amend-question-head = ✏️ { $title }
amend-compare-head =
    <b>{ $title }</b>
    Проверьте, что изменится:
amend-asks-again = ⏳ <b>Что дальше:</b> организаторы посмотрят заявку ещё раз. Место на это время за вами.
amend-stream = 🏕 Если на новой смене есть место, вы сразу перейдёте туда. Если нет, ничего не изменится: ваше место останется за вами.
amend-loses-places =
    🏕 Если на новой смене есть место, вы сразу перейдёте туда, а прежнее место достанется следующему в очереди.

    ⚠️ Места на занятиях, которые вы выбрали ({ $count }), останутся в прежней смене: выберите занятия в новом расписании.
amend-nothing = Ничего не изменилось: такой ответ у вас уже есть.
amend-saved = ✅ Сохранено.
amend-dropped = Ничего не изменилось.
amend-fine-thanks = 👍 Спасибо!
amend-objects-thanks = ✋ Организаторы узнают, что вы против, и примут решение.
amend-put-back = ↩️ Прежние ответы вернулись.
amend-is-asked = ⏳ Организаторы посмотрят заявку ещё раз. Место сохраняется.
button-answers = 📝 Ответы
button-amend-fine = 👍 Не против
button-amend-objects = ✋ Я против
button-amend-begun = 💾 Продолжить изменение
button-amend-save = ✅ Сохранить изменение
button-amend-more = ✏️ Изменить ещё ответ
button-amend-drop = ✖️ Ничего не менять
button-amend-clear = ➖ Оставить без ответа
button-amend-look = 👀 Посмотреть, что изменилось
notice-answers-changed =
    ✏️ <b>{ $name }</b>: изменились ответы в заявке на «{ $event }».

    { $titles }
notice-answers-objected = ✋ <b>{ $name }</b>: родитель против изменённого ответа в заявке на «{ $event }».
notice-answers-put-back = ↩️ <b>{ $name }</b>: организаторы вернули прежние ответы в заявке на «{ $event }».
case-changed = ✏️ <b>Ответы изменились.</b> Зачёркнуто то, что было; подтверждая, вы принимаете новое.
case-changed-hidden = ✏️ Изменился ответ о здоровье: его видит только медик.
case-objects = ✋ Против: { $name }
button-restore = ↩️ Вернуть прежние ответы
button-restore-yes = ↩️ Да, вернуть
restore-question = Вернуть прежние ответы? Участник: <b>{ $name }</b>. Семья получит сообщение.
history-answers-change = ответы изменены
history-answers-put-back = возвращены прежние ответы
history-answers-fine = родитель не против изменения
history-answers-objects = родитель против изменения
error-amendments-closed = Здесь ответы больше не изменить. Если что-то неверно, напишите организаторам.
dossier-changes = Ответы до изменений
dossier-changed-question = Вопрос
dossier-changed-was = Было
dossier-changed-at = Изменено
