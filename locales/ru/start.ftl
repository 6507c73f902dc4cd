first-contact =
    Сәлеметсіз бе! Қай тілде сөйлескен ыңғайлы?

    Здравствуйте! На каком языке вам удобно?

    Hello! Which language do you prefer?
choose-language = На каком языке будем говорить? Все сообщения будут приходить на нём.
language-kk = Қазақша
language-ru = Русский
language-en = English
home =
    <b>Здравствуйте, { $name }!</b>

    Здесь можно записаться в лагерь или на форум, узнать, что с заявкой, и посмотреть расписание.

    С чего начнём?
help =
    <b>Помощь</b>

    • Чтобы записаться, нажмите «Программы» и выберите мероприятие.
    • Каждый ответ сохраняется сразу. Можно остановиться и продолжить с того же места в любое время.
    • Несовершеннолетнему нужно согласие родителя: после отправки заявки вы получите ссылку для него.

    /menu — главное меню
    /status — мои заявки
    /language — сменить язык
    /help — эта подсказка
programmes =
    <b>Программы</b>

    Какая вам интересна?
programmes-none = Пока программ нет. Загляните позже.
programme =
    <b>{ $title }</b>

    { $summary }
button-programmes = 🏕 Программы
button-mine = 📋 Мои заявки
button-children = 👪 Мои дети
button-desk = 🗂 Стол организатора
button-language = 🌐 Язык
button-help = ❓ Помощь
button-home = 🏠 Главное меню
button-back = ⬅ Назад
command-menu = Главное меню
command-status = Мои заявки
command-language = Сменить язык
command-help = Помощь
bot-description = Запись в лагеря и на форумы прямо в чате: ученик регистрируется, родитель даёт согласие, организатор сообщает новости.
not-understood = Я не понял это сообщение. Попробуйте одну из кнопок ниже.
days-in-a-month = { $first }–{ $last } { $month } { $year } г.
days-in-a-year = { $first } { $first_month } – { $last } { $last_month } { $year } г.
