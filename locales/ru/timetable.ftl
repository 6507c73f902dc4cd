button-organize-timetable = 🗓 Расписание
timetable-organize = Нажмите на занятие, чтобы его изменить. ❌ — отменено.
timetable-organize-none = На этот день пока ничего нет.
button-session-add = ➕ Добавить занятие
button-session-time = ⏰ Время
button-session-place = 📍 Место
button-session-title = 🏷 Название
button-session-speaker = 🗣 Спикер
button-session-capacity = 💺 Места
button-session-stream = 🏕 Для кого
button-session-squads = 🚩 Отряды
button-session-no-squads = 👥 Не по отрядам: идут все
button-session-squads-done = ✅ Готово
button-session-kind = 🎭 Вид
button-session-cancel = 🗑 Отменить занятие
button-session-restore = ♻️ Всё-таки проводим
button-session-undo = ↩️ Вернуть как было
button-session-save = ✅ Сохранить
button-session-save-anyway = ⚠️ Всё равно сохранить
button-session-no-speaker = Без спикера
button-session-no-limit = Участвуют все, без записи
session-when = ⏰ { $when }
session-place = 📍 { $place }
session-speaker = 🗣 { $speaker }
session-for-all = 👥 Для всех
session-for-stream = 🏕 { $stream }
session-squad-ended = закрытый отряд
session-places = 💺 По записи, занято мест: { $taken } из { $capacity }
session-other-language = {"    "}<i>{ $language }: { $text }</i>
session-is-cancelled = ❌ Отменено
session-saved = ✅ <b>Сохранено.</b> Те, кого это касается, узнают через минуту.
session-undo-hint = ↩️ В течение минуты изменение можно вернуть, и никто о нём не узнает.
session-undone = Всё как было. Никому не сообщили.
session-would-add = ➕ <b>Новое занятие</b>
session-would-cancel = ❌ <b>Отменится:</b> { $when }. Записавшиеся потеряют место и получат сообщение.
session-would-restore = ♻️ <b>Всё-таки состоится:</b> { $when }
session-nothing-changes = Ничего не изменится.
session-clashes = ⚠️ <b>В это же время:</b>
session-clash-place = 📍 в том же месте: { $starts }–{ $ends } { $title }
session-clash-speaker = 🗣 у того же спикера: { $starts }–{ $ends } { $title }
session-clash-stream = 👥 у тех же участников: { $starts }–{ $ends } { $title }
session-clash-squad = 🚩 у того же отряда: { $starts }–{ $ends } { $title }
session-save-anyway = Сохранить, хотя занятия пересекаются?
session-shift = { $sign }{ $minutes } мин
session-ask-time =
    ⏰ Сейчас: { $when }

    Сдвиньте кнопкой или напишите новое время: <code>16:30</code>, <code>16:30-18:00</code> или вместе с днём <code>07.07 16:30</code>.
session-ask-place = 📍 Напишите новое место: одной строкой для всех или тремя строками (казахский, русский, английский). Сейчас так:
session-ask-title = 🏷 Напишите новое название: одной строкой для всех или тремя строками (казахский, русский, английский). Сейчас так:
session-ask-speaker = 🗣 Кто ведёт? Одной строкой для всех или тремя строками (казахский, русский, английский).
session-ask-capacity = 💺 Сколько мест? Уже занято: { $taken }. Напишите число.
session-ask-new =
    ➕ <b>{ $day }</b>

    Напишите новое занятие по строкам: время, название, место и, если есть, спикер. Например:

    <code>15:00-16:30
    Дебатный клуб
    Зал Б
    Асель Нурлан</code>

    Название на других языках, число мест и остальное можно указать потом.
session-pick-stream = 🏕 Для кого это занятие?
session-pick-squads =
    🚩 <b>Для каких отрядов занятие?</b>
    Нажмите на нужные, потом «Готово». Его увидят только эти отряды, их семьи и вожатые.
session-pick-kind = 🎭 Что это за занятие?
session-kind-lecture = лекция
session-kind-seminar = семинар
session-kind-training = тренинг
session-kind-workshop = мастер-класс
session-kind-excursion = экскурсия
session-kind-ceremony = церемония
session-kind-contest = конкурс
session-kind-meeting = встреча
session-kind-meal = еда
session-kind-free = свободное время
session-kind-travel = дорога
move-title-line = { $icon } <b>{ $title }</b>
move-day = 📅 { $day }
move-time = ⏰ { $change }
move-place = 📍 { $change }
move-speaker = 🗣 { $change }
move-title = 🏷 { $change }
move-beside = <s>{ $old }</s> → <b>{ $new }</b>
move-only-new = <b>{ $new }</b>
move-only-old = <s>{ $old }</s>
move-by-sign-up = ✋ Теперь по записи: займите место в расписании.
move-for-all = 👥 Теперь участвуют все, записываться не нужно.
move-capacity = 💺 Мест: <s>{ $was }</s> → <b>{ $now }</b>
move-audience = <s>{ $old }</s> → <b>{ $new }</b>
move-kind = 🎭 <s>{ $old }</s> → <b>{ $new }</b>
move-cancelled =
    ❌ Отменено: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-gone =
    ➖ Больше не в вашем расписании: <b>{ $title }</b> { $icon }
    <s>{ $when }</s>
move-new =
    🆕 { $when }
    📍 { $place }
move-more = … и ещё: { $count }. Всё есть в расписании.
notice-timetable-changed =
    🔁 <b>Расписание изменилось</b>
    { $event }
timetable-problem-time = ⚠️ Не удалось прочитать время. Напишите так: 16:30 или 16:30-18:00
timetable-problem-order = ⚠️ Конец должен быть позже начала, в тот же день.
timetable-problem-days = ⚠️ В этот день на мероприятии никого нет. Выберите один из его дней.
timetable-problem-lines = ⚠️ Напишите одну строку или ровно три: казахский, русский, английский. Не длиннее 200 знаков каждая.
timetable-problem-places = ⚠️ Напишите число от 1 до 10 000.
timetable-problem-taken = ⚠️ Записалось уже больше людей. Сначала предложите кому-то другое занятие.
timetable-problem-new = ⚠️ Нужно от двух до четырёх строк: время, название, место, спикер.
error-session-text = Так занятие изменить нельзя.
error-session-undo-over = Минута прошла: людям уже сообщили. Занятие можно изменить ещё раз.
seat-waits = ⏳ Вы ждёте место, номер в очереди: { $position }
button-wait-seat = ⏳ Ждать место: { $starts } { $title }
button-leave-seat = ✖️ Больше не ждать: { $starts } { $title }
seat-queued = ⏳ Вы в очереди. Как только место освободится для вас, мы сразу напишем.
seat-left = Вы больше не ждёте место на это занятие.
notice-session-place = 🎉 <b>Место освободилось, и оно ваше!</b>

move-new-place =
    ⏰ { $when }
    📍 { $place }
