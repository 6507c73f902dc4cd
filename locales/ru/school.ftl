button-school = 🏫 Моя школа
button-school-link = 🔗 Ссылка для учеников
button-school-pupils = 👥 Ученики
button-school-remind = 🔔 Напомнить семье
button-school-remind-all = 🔔 Напомнить всем, кому не хватает: { $number }
button-school-share-kk = 📨 Переслать на казахском
button-school-share-ru = 📨 Переслать на русском
button-school-share-en = 📨 Переслать на английском
button-school-renew = 🔄 Новая ссылка
button-school-revoke = ⛔ Закрыть ссылку
button-school-renew-yes = 🔄 Да, новую ссылку
button-school-revoke-yes = ⛔ Да, закрыть
button-school-link-keep = Оставить как есть
school-rooms = 🏫 <b>Ваши школы</b>
school-rooms-none = 🏫 Сейчас для вашей школы ничего не готовится. Напишем, когда появится.
school-head =
    🏫 <b>{ $unit }</b>
    { $above }
    🗂 { $event }
school-funnel = 👣 Пришли: <b>{ $came }</b> → начали: <b>{ $began }</b> → отправили: <b>{ $registered }</b>
school-stage-awaiting-guardian = ждёт родителя
school-stage-pending = рассматривается
school-stage-returned = нужно исправить
school-stage-offered = предложено место
school-stage-confirmed = подтверждено
school-stage-waitlisted = в листе ожидания
school-lack-guardian = ❗ родитель ещё не открыл ссылку
school-lack-consent = ❗ родитель ещё не решил
school-lack-correction = ❗ нужно исправить заявку
school-lack-answer = ❗ нужно принять предложенное место
school-pupils = 👥 <b>{ $unit }</b>
school-pupils-none = Пока никто не зарегистрировался. Перешлите ссылку для учеников.
school-link =
    🔗 <b>{ $unit }</b>

    { $link }

    Кто откроет её, тому не придётся искать вашу школу.
    👣 Пришли по ней: { $uses } из { $most }
    📅 Действует до: { $until }

    Нажмите на язык: откроется готовый текст для учеников и родителей, останется выбрать, кому отправить.
school-share-text = { $event } ({ $days }). { $school }: для нашей школы есть места. Зарегистрируйтесь по ссылке выше до { $until }, это минут десять. В конце понадобится согласие родителя.
school-link-question =
    Нынешняя ссылка перестанет работать везде, куда её отправили. Кто уже пришёл по ней, останется.

    Продолжить?
school-link-revoked = Ссылка больше не работает
school-reminded =
    { $number ->
        [one] Напомнили: { $number } человеку
        [few] Напомнили: { $number } людям
        [many] Напомнили: { $number } людям
       *[other] Напомнили: { $number } людям
    }
school-reminded-today = Сегодня уже всем напомнили
notice-school-guardian = 🏫 { $school } напоминает: { $event }, заявка ждёт родителя. Отправь родителю ссылку ещё раз: без него место не подтвердят.
notice-school-consent = 🏫 { $school } напоминает: { $event }, { $name }. Не хватает вашего решения.
notice-school-correction = 🏫 { $school } напоминает: { $event }, { $name }. В заявке нужно кое-что исправить.
notice-school-answer = 🏫 { $school } напоминает: { $event }, { $name }. Предложено место, успейте его принять.
notice-school-unfinished = 🏫 { $school } напоминает: { $event }, заявка не закончена. Все ответы сохранены.
notice-recall-soon = ⏰ { $unit }: ещё не занято мест: { $number }. Они вернутся (дата: { $day }) в общие места региона ({ $event }). Напомните ученикам заранее.
notice-recall-done = 🔁 { $unit }: неиспользованные места вернулись в общие места региона: { $number } ({ $event }). Ваши ученики ещё могут зарегистрироваться, пока в регионе есть места.
