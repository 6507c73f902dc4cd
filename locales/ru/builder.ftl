button-form = 📝 Анкета
form-head =
    📝 <b>Анкета</b>
    { $title }
form-version = Действует версия { $number } от { $day }
form-version-by = Действует версия { $number } от { $day }, опубликовано: { $name }
form-being-changed = ✏️ Ниже черновик анкеты. Пока он не опубликован, ученики его не видят.
form-marks = ❗ обязательный · 🔀 по условию · ⚠️ нет текста на языке
button-form-change = ✏️ Изменить
button-form-add = ➕ Добавить вопрос
button-form-look = 👁 Посмотреть
form-preview = 👁 <b>Так увидит ученик.</b> Ответы здесь нигде не сохраняются.
form-preview-not-sent = Это только просмотр: ничего не отправлено.
button-form-undo = ↩️ Вернуть последнее изменение
button-form-publish = ✅ Опубликовать
button-form-discard = 🗑 Удалить черновик
button-form-back = 📝 К анкете
button-form-title = ✏️ Текст вопроса
button-form-hint = 💡 Подсказка
button-form-unhint = 💡 Убрать подсказку
button-form-options = 🔘 Варианты ответа
button-form-write-options = ✏️ Написать варианты
button-form-required = ❗ Сделать обязательным
button-form-optional = ▫️ Разрешить пропускать
button-form-care = 🔒 Кто видит
button-form-keep = 🗓 Сколько хранить
button-form-when = 🔀 Когда спрашивать
button-form-always = Спрашивать всегда
form-question-head = <b>Вопрос { $number }</b> · { $kind }
form-no-text = ⚠️ текста нет
form-is-required = ❗ Обязательный вопрос
form-is-optional = ▫️ Можно пропустить
form-is-asked-when = 🔀 Только после ответа: «{ $title }» → { $answers }
form-has-options = 🔘 Вариантов ответа: { $count }
form-kind-stream = смена
form-kind-name = имя
form-kind-text = короткий текст
form-kind-long-text = длинный текст
form-kind-birth-date = дата рождения
form-kind-grade = класс
form-kind-phone = телефон
form-kind-unit = школа или организация
form-kind-one-of = один вариант
form-kind-several-of = несколько вариантов
form-kind-yes-no = да или нет
form-kind-number = число
form-kind-file = файл или фото
form-kind-consent = согласие
form-which-kind = ➕ <b>Какой вопрос добавим?</b>
form-which-care =
    🔒 <b>Кто увидит ответы?</b>

    Ответы о личности и здоровье хранятся зашифрованными, а о здоровье читает только врач.
form-care-ordinary = 👁 Обычный ответ
form-care-personal = 👤 Личные данные
form-care-identity = 🪪 Удостоверяют личность
form-care-health = 🩺 О здоровье, только врачу
form-which-keep = 🗓 <b>Сколько хранить ответы после мероприятия?</b>
form-keep-days = 🗓 { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
form-which-when =
    🔀 <b>После какого ответа спрашивать?</b>

    Можно отметить несколько ответов одного вопроса. Если не отмечено ничего, вопрос получат все.
form-when-none = 🔀 Перед этим вопросом нет вопросов с выбором. Сначала поставьте такой вопрос выше.
form-options =
    🔘 <b>Вариантов ответа: { $count }</b>

    Чтобы убрать вариант, нажмите на него.
form-ask-title =
    ✏️ <b>Вопрос { $number }. { $language }</b>

    Напишите текст вопроса.
form-ask-hint =
    💡 <b>Вопрос { $number }. { $language }</b>

    Напишите подсказку, которая стоит под вопросом.
form-ask-option =
    🔘 <b>Вопрос { $number }. { $language }</b>

    Напишите варианты ответа одним сообщением, каждый с новой строки.
form-ask-now =
    Сейчас:
    { $text }
form-ask-other =
    На другом языке:
    { $text }
form-ask-lines =
    Вариантов: { $count }. Напишите их в том же порядке:
    { $titles }
form-too-long = ⚠️ Слишком длинно. Можно до { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
        [many] { $longest } знаков
       *[other] { $longest } знаков
    }.
form-publish-head =
    ✅ <b>Публикация анкеты</b>
    { $title }
form-publish-nothing = Пока ничего не изменено.
form-publish-added = ➕ Новых вопросов: { $count }
form-publish-removed = ➖ Убрано вопросов: { $count }
form-publish-changed = ✏️ Изменено вопросов: { $count }
form-publish-reordered = ↕️ Порядок вопросов другой
form-publish-gaps = Для публикации не хватает текстов. Нажмите кнопку, чтобы сразу написать:
form-publish-after = Отправленные заявки не изменятся. Анкету сейчас заполняют: { $count }. Их ответы сохранятся, бот спросит только новое.
form-publish-overtaken = ⚠️ Пока вы меняли анкету, вышла её новая версия. Удалите этот черновик и начните заново.
button-form-publish-yes = ✅ Да, опубликовать
button-form-publish-ask = ✅ Опубликовать и спросить записанных: { $count }
form-gap-title = вопрос · { $language }
form-gap-hint = подсказка · { $language }
form-gap-option = варианты · { $language }
form-gap-few = нужны хотя бы два варианта
form-discard-question = Удалить черновик анкеты? Все неопубликованные изменения пропадут.
button-form-discard-yes = Да, удалить
button-form-discard-no = Нет, оставить
form-published =
    ✅ <b>Анкета опубликована</b>
    { $title }

    Заполняют сейчас: { $count }. Они продолжат уже по новой версии.
form-step-too-many-questions = Вопросов слишком много. Сначала уберите какой-нибудь.
form-step-too-many-options = Слишком много вариантов. Можно до тридцати.
form-step-fewer-options = ⚠️ Строк меньше, чем вариантов. Напишите каждый вариант с новой строки, в том же порядке.
form-step-option-is-condition = От этого варианта зависит другой вопрос. Сначала измените его условие.
form-step-question-is-condition = От этого вопроса зависит другой. Сначала измените условие другого вопроса.
form-step-question-needed = Без этого вопроса нельзя зарегистрироваться, поэтому он остаётся обязательным.
form-step-condition-first = Вопрос с условием не может стоять раньше того, от которого зависит.
form-step-at-the-edge = Дальше двигать некуда.
form-step-only-stricter = На этот вопрос уже могли ответить. Доступ к ответам теперь можно только ограничить.
form-step-only-shorter = На этот вопрос уже могли ответить. Срок хранения теперь можно только сократить.
form-step-no-identity-papers = ⚠️ Копии удостоверений, паспортов и свидетельств о рождении здесь не собирают. Спросите о другом или посмотрите документ при заезде.
form-step-text-needed = ⚠️ Напишите, пожалуйста, текст.
error-form-step = Так изменить нельзя.
error-form-incomplete = Анкета ещё не готова, опубликовать её нельзя.
error-form-overtaken = Уже вышла новая версия анкеты. Удалите черновик и начните заново.
button-new-questions = ✍️ Ответить на новые вопросы
notice-form-asks = ✍️ <b>{ $name }</b>: в анкете «{ $event }» появились новые вопросы. Прежние ответы сохранены, ответьте только на новое.
history-registration-supplement = ответ на новые вопросы
