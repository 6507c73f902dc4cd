button-table = ⬇️ Таблица (XLSX)
button-table-csv = ⬇️ То же в CSV
button-table-yes = ⬇️ Да, мне нужен XLSX
button-table-csv-yes = ⬇️ Да, мне нужен CSV
button-table-no = 🗂 Нет, вернуться к столу
table-making = ⏳ Готовлю таблицу…
table-none = Регистраций пока нет.
table-question =
    ⚠️ <b>{ $title }</b>
    Регистраций в таблице: <b>{ $rows }</b>

    В файле персональные данные, в том числе детей. За них отвечает тот, кто взял файл: храните его там, где его не откроет никто другой, никому не пересылайте, удалите сразу после работы. Кто и когда взял таблицу, остаётся в журнале.

    Такую большую таблицу дают двое: сначала должен согласиться другой организатор. Она вам нужна?
table-caption =
    📄 <b>{ $title }</b>
    Строк: <b>{ $rows }</b>

    ⚠️ В файле персональные данные: не пересылайте его и удалите после работы. Ответы о документах и здоровье скрыты.

    🕓 Через 24 часа я уберу это сообщение из чата.
table-mark = Кто взял: { $name }, { $moment }. Персональные данные: не пересылать.
table-sheet = Регистрации
table-hidden = 🔒 скрыто
table-column-number = №
table-column-status = Статус
table-column-stream = Смена
table-column-name = Имя
table-column-born = Дата рождения
table-column-unit = Регион и школа
table-column-squad = Отряд
table-column-consent = Согласие родителей
table-column-phone = Телефон
table-column-submitted = Время подачи
table-consent-unneeded = не требуется
table-consent-waiting = ответа пока нет
table-consent-given = дано
table-consent-refused = отказ
