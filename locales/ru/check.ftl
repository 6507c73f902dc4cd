button-checks = ⚠️ Проверить: { $count }
button-checks-none = ⚠️ Проверить: нечего
button-checks-list = ⚠️ К списку
button-check-fine = 👌 Всё верно
checks-head =
    ⚠️ <b>{ $title }</b>

    Что-то выглядит необычно: <b>{ $count }</b>. Никому не отказано, просто взгляните.
checks-none =
    ⚠️ <b>{ $title }</b>

    Ничего необычного не видно.
check-line =
    <b>{ $name }</b>
    { $reasons }
check-settled = 👌 Запомнил: всё верно. Больше об этом не напомню.
doubt-age-grade = возраст не подходит к классу
doubt-consent-late = скоро начало, а согласия родителя нет
doubt-name-trial = похоже на пробу анкеты
doubt-name-digits = в имени цифры
doubt-name-signs = в имени значки или эмодзи
doubt-name-mashed = похоже на случайные буквы
doubt-name-scripts = в одном слове латинские и русские буквы
doubt-name-capitals = имя написано только большими буквами
doubt-name-one-word = в имени одно слово
doubt-phone-shared = этот телефон указали несколько семей
doubt-many-children = с этого аккаунта очень много детей
history-doubt-settle = необычное проверено: всё верно
history-doubt-unsettle = отметка «всё верно» снята
case-doubts = ⚠️ Стоит проверить: { $reasons }
