error-two-adults = На вопросы детей отвечают, когда их видят хотя бы двое взрослых из лагеря. Сейчас их меньше двух. Попросите родителя написать сюда: ответ придёт так же.
error-thread-text = Пришлите, пожалуйста, текст, фото или документ. Текст — не длиннее 900 знаков; голосовые и видео передать не получится.
error-thread-full = Ваши сообщения дошли, спасибо. Дождитесь, пожалуйста, ответа.
button-ask-camp = ✍️ Задать вопрос лагерю
button-ask-rooms = 💬 Мои вопросы
button-ask-about = ✍️ { $title }
button-ask-people = 🙋 Спросить людей
button-faq = 📖 Частые вопросы
button-faq-helped = ✅ Это помогло
button-faq-edit = 📖 Частые вопросы: правка
button-urgent = 🚨 Это срочно
button-thread-solved = ✅ Вопрос решён
button-flag = 🚩 Так быть не должно
button-thread = 💬 Открыть переписку
button-thread-reply = ↩️ Ответить
button-thread-again = ↩️ Вопрос остался
button-thread-open = 👁 Открыть
button-thread-claim = 🙋 Беру на себя
button-thread-take = 🙋 Забрать себе
button-thread-answer = ✍️ Ответить
button-thread-hand = 🤝 Передать
button-thread-close = ✅ Закрыть
button-thread-registration = 👤 Заявка
button-thread-files = 📎 Файлы
button-questions = 💬 Вопросы: { $count }
button-questions-none = 💬 Вопросы
ask-rooms =
    💬 <b>Мои вопросы</b>

    Откройте переписку или выберите, о чём хотите спросить.
ask-rooms-none =
    ✍️ <b>Задать вопрос лагерю</b>

    О чём ваш вопрос?
ask-how =
    ✍️ <b>{ $title }</b>

    Напишите вопрос одним сообщением, можно с фото или документом. Люди из команды ответят здесь же, в этом чате.
ask-guardians-read = 👪 Эту переписку увидят и ваши родители, и хотя бы двое взрослых из лагеря.
ask-two-read = 👥 Эту переписку увидят хотя бы двое взрослых из лагеря, а когда присоединятся родители — и они.
ask-found = 📖 <b>Возможно, это поможет:</b>
faq-entry =
    <b>{ $question }</b>
    { $answer }
faq-head = 📖 <b>{ $title }: частые вопросы</b>
faq-none = Готовых ответов пока нет. Спросите людей: они с радостью ответят.
faq-glad = 👌 Хорошо, что помогло!
thread-head = 💬 <b>{ $title }</b>
thread-line-own =
    👤 <b>Вы</b> · { $time }
    { $text }
thread-line-child =
    👤 <b>Ребёнок</b> · { $time }
    { $text }
thread-line-camp =
    🏕 <b>{ $programme }, организатор</b> · { $time }
    { $text }
thread-photo = 📷 фото
thread-document = 📎 документ
thread-waits = ⏳ Вопрос у команды. Можно дописать прямо здесь.
thread-waits-urgent = 🚨 Вся команда знает, что это срочно. Если кто-то в опасности, звоните 112.
thread-answered = 💬 Чтобы продолжить, просто напишите здесь.
thread-closed = ✅ Вопрос закрыт. Насколько вам помогли? Чтобы спросить ещё, просто напишите здесь.
thread-closed-rated = ✅ Вопрос закрыт. Ваша оценка: { $rating } из 5. Чтобы спросить ещё, просто напишите здесь.
thread-reads-along = 👁 Вы читаете переписку вашего ребёнка с лагерем.
thread-rated = Спасибо за оценку!
thread-flag-told = 🚩 Спасибо, что сообщили. Ответственные уже знают и разберутся.
threads-head =
    💬 <b>{ $title }: вопросы</b>

    🆕 никто не взял · ⏳ ждёт ответа · 💬 отвечено
threads-none =
    💬 <b>{ $title }: вопросы</b>

    Ответа никто не ждёт. 👌
case-thread-head =
    💬 <b>{ $name }</b>
    { $title }
case-thread-urgent = 🚨 Отмечено как срочное
case-thread-child = 🧒 Спрашивает ребёнок. Родителей, которые тоже читают: { $count }
case-thread-nobody = 🆕 Пока никто не взял
case-thread-mine = 🙋 Отвечаете вы
case-thread-owner = 🙋 Отвечает: { $name }
case-thread-closed = ✅ Закрыто
case-thread-rated = ✅ Закрыто, оценка { $rating } из 5
case-thread-line =
    { $icon } <b>{ $by }</b> · { $time }
    { $text }
thread-hand-to = 🤝 Кому передать?
thread-hand-nobody = Здесь пока больше никого нет. Пригласите коллегу на странице мероприятия «Ещё».
thread-answer-how = ✍️ Напишите ответ или пришлите фото или документ с подписью. Семья увидит название программы, а не ваш контакт.
notice-thread-asked =
    💬 <b>Новый вопрос</b>
    { $name } · { $event }

    { $text }
notice-thread-more =
    💬 <b>{ $name }</b> · { $event }

    { $text }
notice-thread-child = 🧒 Спрашивает ребёнок; родители, которые присоединились, тоже читают.
notice-thread-overheard =
    👪 <b>{ $name }</b> задаёт вопрос лагерю · { $event }

    { $text }
notice-thread-answered =
    🏕 <b>{ $programme }, организатор:</b>

    { $text }
notice-thread-answered-child =
    🏕 <b>{ $programme }, организатор</b> → { $name }

    { $text }
notice-thread-closed = ✅ Ваш вопрос закрыт · { $event }. Насколько вам помогли?
notice-thread-unclaimed = ⏰ <b>Вопрос пока никто не взял</b>: { $name } · { $event }. Ждёт: { $minutes } мин.
notice-thread-unanswered = ⏰ <b>На вопрос пока нет ответа</b>: { $name } · { $event }. Ждёт: { $minutes } мин.
notice-thread-urgent = 🚨 <b>Срочно</b>: { $name } · { $event }
notice-thread-handed = 🤝 { $by } передаёт вам вопрос: { $name } · { $event }
notice-thread-taken = 🤝 { $by } забирает вопрос, который был у вас: { $name } · { $event }
notice-thread-flagged = 🚩 <b>На переписку пожаловались</b>: { $name } · { $event }. Посмотрите, пожалуйста.
