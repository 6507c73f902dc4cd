button-schools-table = 📥 Школы из таблицы
button-schools-template = 📄 Школы таблицей
button-schools-write = ✅ Записать: { $count }
button-schools-table-undo = ↩️ Вернуть как было
schools-sheet = Школы
schools-column-code = Код (у новой школы пусто)
schools-column-place = Регион или район (название или код)
schools-column-kk = Название, казахский
schools-column-ru = Название, русский
schools-column-en = Название, английский
schools-table =
    📥 <b>{ $title }: школы из таблицы</b>

    Допишите строки внизу и пришлите таблицу сюда: XLSX или CSV, те же столбцы, первая строка — заголовок. Новой школе нужны регион или район и название; если на каком-то языке его нет, покажем другое.

    Сначала вы увидите, что сделает каждая строка. Без вашего нажатия ничего не запишется.
schools-table-ask = 📥 Пришлите таблицу со школами (XLSX или CSV).
schools-table-not-xlsx = ⚠️ Таблица не читается. Сохраните её как XLSX или CSV.
schools-table-not-table = ⚠️ Это не таблица XLSX и не файл CSV.
schools-table-macros = ⚠️ В таблице макросы. Сохраните её как XLSX без макросов.
schools-table-too-large = ⚠️ Файл слишком большой.
schools-table-too-many = ⚠️ Больше 2000 строк. Пришлите по частям.
schools-table-empty = ⚠️ В файле нет строк.
schools-table-not-fetched = ⚠️ Не удалось скачать файл из Telegram. Пришлите ещё раз.
schools-report = 📋 <b>{ $title }: что изменит таблица</b>
schools-rows-new = 🆕 Новых: { $count }
schools-rows-changed = 🔁 Переименовано: { $count }
schools-rows-same = ✅ Без изменений: { $count }
schools-rows-wrong = ⛔ С ошибкой: { $count }
schools-row-new = 🆕 { $row }. { $title } → { $place }
schools-row-changed = 🔁 { $row }. { $was } → { $title }
schools-row-wrong = ⛔ { $row }. { $title }: { $why }
schools-report-more = … и ещё { $count }
schools-report-foot = Пока ничего не записано. Всё верно?
schools-report-wrong = Ничего не записано. Исправьте строки с ⛔ и пришлите таблицу ещё раз.
schools-report-nothing = Всё это уже есть: записывать нечего.
schools-wrong-name = нет названия
schools-wrong-long = название длиннее 100 знаков
schools-wrong-code = школы с таким кодом нет
schools-wrong-place = нет такого региона или района
schools-wrong-places = так называются несколько: напишите код вместо названия
schools-wrong-lowest = внутри него школ не бывает
schools-wrong-higher = школы стоят глубже: укажите район внутри
schools-wrong-twice = стоит в таблице дважды
schools-wrong-moved = школа относится к другому региону или району
schools-wrong-filed = название взято из файла программы: меняйте его там
schools-wrong-renamed = такую школу добавили и потом переименовали: напишите её код
schools-written = ✅ Записано: { $count }. Школы уже можно выбрать в анкете. Вернуть как было можно 10 минут, пока никто не выбрал ни одну из них.
schools-taken-back = ↩️ Возвращено: { $count }. Всё как было.
