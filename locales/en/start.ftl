first-contact =
    Сәлеметсіз бе! Қай тілде сөйлескен ыңғайлы?

    Здравствуйте! На каком языке вам удобно?

    Hello! Which language do you prefer?
choose-language = Which language shall we speak? Every message will come in it.
language-kk = Қазақша
language-ru = Русский
language-en = English
home =
    <b>Hello, { $name }!</b>

    Here you can sign up for camps and forums, see where your registration stands and look at the timetable.

    Where shall we start?
help =
    <b>Help</b>

    • To sign up, press “Programmes” and choose an event.
    • Every answer is saved at once. You can stop and continue from the same place at any time.
    • A minor needs a parent’s consent: after you submit, you get a link to forward to a parent.

    /menu — home
    /status — my registrations
    /notices — what reaches me, and when
    /mydata — what is kept about me: a copy, and erasure
    /language — change the language
    /help — this help
programmes =
    <b>Programmes</b>

    Which one interests you?
programmes-none = There are no programmes yet. Please look in later.
programme =
    <b>{ $title }</b>

    { $summary }
button-programmes = 🏕 Programmes
button-mine = 📋 My registrations
button-children = 👪 My children
button-desk = 🗂 Organizer’s desk
button-language = 🌐 Language
button-help = ❓ Help
button-home = 🏠 Home
button-back = ⬅ Back
command-menu = Home
command-status = My registrations
command-language = Change the language
command-help = Help
bot-description = Sign up for camps and forums inside the chat: participants register, parents consent, organizers keep everyone informed.
not-understood = I did not understand that message. Please try one of the buttons below.
days-in-a-month = { $first }–{ $last } { $month } { $year }
days-in-a-year = { $first } { $first_month } – { $last } { $last_month } { $year }
