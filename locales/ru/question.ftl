button-ask-speakers = 🙋 Вопросы спикерам
questions-day =
    🙋 <b>Вопросы спикерам</b>
    { $day } · { $title }

    Нажмите на занятие: прочитайте, о чём спрашивают, и задайте свой вопрос.
questions-day-none =
    🙋 <b>Вопросы спикерам</b>
    { $day } · { $title }

    В этот день нет занятий, о которых можно спросить.
questions-board =
    🙋 <b>Вопросы спикеру</b>
    { $icon } { $title }
questions-board-none = Пока никто ни о чём не спросил. Будьте первыми!
question-own-new =
    ✍️ Ваш вопрос: { $words }
    ⏳ Его сначала прочитают организаторы.
question-own-hidden =
    ✍️ Ваш вопрос: { $words }

    🙈 Организаторы решили его не показывать. Если это важно, напишите: «Задать вопрос лагерю» на экране заявки.
question-line = ❓ { $words } · 👥 { $people }
question-line-own = ❓ { $words } · 👥 { $people } · ваш
question-answer = 💬 { $answer }
button-question-ask = ✍️ Задать вопрос
button-question-change = ✏️ Изменить вопрос
button-question-drop = ↩️ Отозвать вопрос
button-question-too = 👍 Мне тоже интересно: { $words }
button-question-not = ✅ Уже не интересно: { $words }
question-ask = ✍️ Напишите один вопрос про занятие «{ $title }», до 300 знаков. Спикер увидит его без вашего имени, а ответ прочитают все, кому интересно.
notice-question-answered =
    💬 <b>Ответ на вопрос</b>
    { $title } · { $event }

    ❓ { $words }
    💬 { $answer }
notice-session-asked = 🙋 Новые вопросы о занятии «{ $title }». { $event }
button-moderate = 🙋 Вопросы спикерам
moderate =
    🙋 <b>Вопросы спикерам</b>
    { $title }

    Новых: { $count }. 🆕 — ещё не смотрели, 👁 — видят участники и спикер, 🙈 — скрыт, 💬 — есть ответ.
moderate-none =
    🙋 <b>Вопросы спикерам</b>
    { $title }

    Пока никто ни о чём не спросил. Участники задают вопросы из своего расписания.
moderate-question =
    ❓ <b>{ $words }</b>

    Спрашивает: { $name }. Интересно людям: { $people }. Имя видите только вы, организаторы.
moderate-new = 🆕 Пока никто, кроме организаторов, этого не видит.
moderate-shown = 👁 Видят участники занятия и спикер, без имени.
moderate-hidden = 🙈 Скрыт от всех, кроме организаторов.
button-moderate-show = 👁 Показать
button-moderate-hide = 🙈 Скрыть
button-moderate-answer = 💬 Ответить
button-moderate-again = ✏️ Исправить ответ
moderate-ask =
    💬 Напишите ответ, до 1000 знаков. Его прочитают все участники занятия, а спросившие и те, кому интересно, получат сообщение.

    ❓ { $words }
moderate-problem = Напишите от 1 до 1000 знаков.
speaker-questions = 🙋 <b>О чём спрашивают</b>
