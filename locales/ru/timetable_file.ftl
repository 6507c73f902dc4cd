button-timetable-file = 📥 Из файла
button-timetable-template = 📄 Расписание файлом
button-timetable-apply = ✅ Записать новое и изменённое ({ $count })
button-timetable-apply-whole = 🗑 Записать всё, чего нет — отменить ({ $count })
timetable-sheet = Расписание
timetable-column-code = Код (пусто: новое занятие)
timetable-column-on = День
timetable-column-starts = Начало
timetable-column-ends = Конец
timetable-column-title-kk = Название, казахский
timetable-column-title-ru = Название, русский
timetable-column-title-en = Название, английский
timetable-column-place-kk = Место, казахский
timetable-column-place-ru = Место, русский
timetable-column-place-en = Место, английский
timetable-column-speaker-kk = Спикер, казахский
timetable-column-speaker-ru = Спикер, русский
timetable-column-speaker-en = Спикер, английский
timetable-column-kind = Вид (lecture, seminar, training, workshop, excursion, ceremony, contest, meeting, meal, free, travel)
timetable-column-stream = Смена (пусто: для всех)
timetable-column-capacity = Мест (пусто: без записи)
timetable-file =
    📥 <b>{ $title }: расписание файлом</b>

    Исправьте таблицу и пришлите её сюда. Коды не меняйте; строка без кода — новое занятие. Подойдёт и файл YAML с <code>sessions:</code>.

    Сначала вы увидите, что изменит каждая строка. Без вашего нажатия ничего не запишется.
timetable-file-ask = 📥 Пришлите заполненную таблицу (XLSX) или файл YAML.
timetable-file-not-xlsx = ⚠️ Это не таблица XLSX.
timetable-file-not-yaml = ⚠️ Это не таблица XLSX и не файл YAML с занятиями.
timetable-file-macros = ⚠️ В таблице есть макросы. Сохраните её как XLSX без макросов.
timetable-file-too-large = ⚠️ Файл слишком большой.
timetable-file-too-many = ⚠️ Больше 1000 строк. Пришлите по частям.
timetable-file-empty = ⚠️ В файле нет строк.
timetable-file-not-fetched = ⚠️ Не удалось получить файл от Telegram. Пришлите ещё раз.
timetable-report = 📋 <b>{ $title }: что изменит файл</b>
timetable-rows-new = 🆕 Новых: { $count }
timetable-rows-changed = 🔁 Изменится: { $count }
timetable-rows-same = ✅ Без изменений: { $count }
timetable-rows-wrong = ❌ С ошибкой: { $count }
timetable-rows-gone = ➖ Нет в файле: { $count }
timetable-row-wrong = ❌ Строка { $row }: { $why }
timetable-row-new = 🆕 Строка { $row }: { $icon } <b>{ $title }</b>, { $when }
timetable-row-changed = 🔁 Строка { $row }: { $icon } <b>{ $title }</b>
timetable-row-gone = ➖ { $icon } { $title }, { $when }
timetable-report-more = … и ещё: { $count }.
timetable-report-foot = Пока ничего не записано.
timetable-report-wrong = Ничего не записано. Исправьте строки с ошибками и пришлите файл ещё раз.
timetable-report-nothing = Расписание уже такое: записывать нечего.
timetable-applied = ✅ <b>Записано. Занятий: { $count }.</b> Через минуту каждый прочитает одним сообщением, что изменилось у него.
timetable-taken-back = ↩️ Всё как было. Занятий: { $count }. Никому не сообщили.
timetable-problem-kind = ⚠️ Такого вида занятий нет.
timetable-problem-stream = ⚠️ Такой смены нет.
timetable-problem-languages = ⚠️ Название и место нужны на всех трёх языках; спикер — на всех трёх или ни на одном.
timetable-problem-date = ⚠️ Не удалось прочитать день. Напишите так: 07.07.2027
timetable-problem-twice = ⚠️ Этот код стоит в файле дважды.
timetable-problem-code = ⚠️ Занятия с таким кодом нет. Для нового оставьте код пустым.
