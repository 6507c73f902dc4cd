problem-choose-button = ⚠️ Нажмите, пожалуйста, одну из кнопок ниже.
problem-consent-needed = ⚠️ Без этого записаться нельзя. Если вы не согласны, анкету можно отменить.
problem-date-impossible = ⚠️ Такого дня нет в календаре: { $day }.{ $month }.{ $year }. Проверьте, пожалуйста.
problem-date-in-future = ⚠️ Этот день ещё не наступил. Напишите дату рождения.
problem-date-needed = ⚠️ Выберите дату или напишите так: 17.05.2012
problem-date-not-understood = ⚠️ Не получилось прочитать дату. Напишите так: 17.05.2012
problem-date-too-early = ⚠️ Для этого мероприятия дата слишком ранняя. Самая ранняя: { $earliest }
problem-date-too-late = ⚠️ Для этого мероприятия дата слишком поздняя. Самая поздняя: { $latest }
problem-file-too-large = ⚠️ Файл слишком большой. Можно до { $megabytes } МБ.
problem-file-type = ⚠️ Такой файл не подойдёт. Отправьте фото или PDF.
problem-file-needed = ⚠️ Отправьте, пожалуйста, файл или фото.
problem-photo-needed = ⚠️ Отправьте, пожалуйста, фото.
problem-document-needed = ⚠️ Отправьте, пожалуйста, документ файлом.
problem-name-has-digits = ⚠️ В имени не бывает цифр. Напишите фамилию и имя буквами.
problem-name-has-symbols = ⚠️ В имени есть лишние знаки. Напишите его только буквами.
problem-name-too-long =
    ⚠️ Слишком длинно. Можно до { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
        [many] { $longest } знаков
       *[other] { $longest } знаков
    }.
problem-name-two-words = ⚠️ Нужны и фамилия, и имя. Например: Сапарова Айым.
problem-number-needed = ⚠️ Напишите число или нажмите кнопку.
problem-number-too-high = ⚠️ Слишком большое число. Не больше { $high }.
problem-number-too-low = ⚠️ Слишком маленькое число. Не меньше { $low }.
problem-phone-needed = ⚠️ Отправьте номер кнопкой внизу или напишите так: +7 701 123 45 67
problem-phone-not-callable = ⚠️ На этот номер нельзя позвонить. Напишите другой.
problem-phone-not-own = ⚠️ Это чужой контакт. Отправьте свой номер кнопкой или напишите его.
problem-phone-not-understood = ⚠️ Не получилось прочитать номер. Напишите так: +7 701 123 45 67
problem-press-stale = ⚠️ Эта кнопка устарела. Нажмите одну из тех, что ниже.
problem-several-too-few =
    ⚠️ Отметьте, пожалуйста, не меньше { $least ->
        [one] { $least } ответа
        [few] { $least } ответов
        [many] { $least } ответов
       *[other] { $least } ответов
    }.
problem-several-too-many =
    ⚠️ Можно отметить не больше { $most ->
        [one] { $most } ответа
        [few] { $most } ответов
        [many] { $most } ответов
       *[other] { $most } ответов
    }. Сначала снимите одну отметку.
problem-text-needed = ⚠️ Напишите, пожалуйста, ответ текстом.
problem-text-too-long =
    ⚠️ Слишком длинно: { $length ->
        [one] { $length } знак
        [few] { $length } знака
        [many] { $length } знаков
       *[other] { $length } знаков
    }. Можно до { $longest }.
problem-unit-not-found = ⚠️ Ничего похожего не нашлось. Напишите иначе или выберите из списка.
problem-file-empty = ⚠️ Файл пустой. Отправьте его ещё раз.
problem-file-broken = ⚠️ Этот файл не читается. Отправьте его ещё раз или выберите другой.
problem-picture-too-large = ⚠️ Картинка слишком большая: не больше 40 мегапикселей. Отправьте её поменьше.
problem-pdf-locked = ⚠️ Этот PDF закрыт паролем. Отправьте файл без пароля.
problem-pdf-active = ⚠️ Этот PDF умеет что-то запускать, поэтому мы его не берём. Отправьте обычный PDF или фото.
problem-file-not-fetched = ⚠️ Не получилось забрать файл из Telegram. Отправьте его ещё раз.
problem-file-too-many = ⚠️ Файлов уже слишком много. Больше не отправляйте; отправленные сохранены.
