question-head =
    { $title } · { $section }
    { $position }/{ $total }
answer-now = Сейчас: <b>{ $answer }</b>
answer-missing = —
how-name = ✍️ Сначала фамилия, потом имя.
how-birth-date = 👇 Выберите или напишите так: 17.05.2012
how-unit = 👇 Выберите из списка или напишите часть названия.
how-several-of = 👇 Отметьте несколько и нажмите «Готово».
how-file = 📎 Фото или PDF до 20 МБ. Удостоверение личности, паспорт или свидетельство о рождении не присылайте: копии таких документов мы не просим.
how-phone = 📱 Нажмите кнопку внизу или напишите номер.
how-long-text = ✍️ Напишите сообщением.
button-skip = Пропустить ➡
button-onward = Дальше ➡
button-cancel-draft = ✖️ Отменить
button-cancel-draft-yes = Да, удалить ответы
button-keep-draft = Нет, продолжить
button-submit = ✅ Отправить
button-edit = ✏️ Исправить ответ
button-share-phone = 📱 Отправить мой номер
phone-press-below = 👇 Кнопка для отправки номера — здесь.
phone-done = 👍 Хорошо, идём дальше.
review-head =
    <b>{ $title }</b>
    Проверьте ответы:
review-foot = Всё верно? Тогда нажмите «Отправить».
review-missing = Есть вопросы без ответа.
edit-which = Какой ответ исправим?
cancel-draft-question = Отменить анкету «{ $title }»? Ответы не будут отправлены.
draft-cancelled = Анкета отменена, ничего не отправлено. Если передумаете, начните заново.
form-agree = ✅ Да, даю согласие
form-agreed = согласие дано
form-disagree = Нет, не даю согласия
form-back-to-list = ⬅ К списку
form-document = документ
form-photo = фото
form-done = Готово ({ $count })
form-level-back = ⬅ На уровень выше
form-month = { $month ->
        [1] Январь
        [2] Февраль
        [3] Март
        [4] Апрель
        [5] Май
        [6] Июнь
        [7] Июль
        [8] Август
        [9] Сентябрь
        [10] Октябрь
        [11] Ноябрь
       *[12] Декабрь
    }
form-more = Ещё ➡ { $page }/{ $pages }
form-previous = ⬅ { $page }/{ $pages }
form-no = Нет
form-yes = Да
form-not-listed = 🔎 Нет в списке
form-nothing-chosen = ничего не выбрано
form-skipped = —
form-stream = { $title }, { $days }
form-stream-places = { $title }, { $days } · мест: { $places }
form-stream-waitlist = { $title }, { $days } · лист ожидания
form-unit-inside = { $title } ({ $inside })
form-unknown = неизвестно
form-write-title = ✍️ Напишите название
form-known = ✓ <b>Как в прошлый раз.</b> Уже заполнено ответов: { $count }. Перед отправкой вы увидите их все и сможете изменить.
