button-duplicates = 👯 Повторы: { $count }
button-duplicates-none = 👯 Повторы: нет
button-take-back = ↩️ Отменить
button-duplicates-list = 👯 К списку
button-merges = 📜 Что объединили
duplicates-head =
    👯 <b>{ $title }</b>

    Похоже, кто-то зарегистрирован дважды. Пар: <b>{ $count }</b>. Откройте пару и сравните.
duplicates-none =
    👯 <b>{ $title }</b>

    Никто не зарегистрирован дважды. Если появится похожая заявка, я напишу.
pair-question = 👯 <b>Это один человек?</b>
pair-side =
    { $mark } <b>{ $name }</b>
    { $status }
    Отправлено { $at }, аккаунт: { $by }
pair-same = ✅ { $what }: { $value }
pair-differs =
    ❗️ { $what }:
    ① { $one }
    ② { $other }
pair-nothing = нет
pair-birth-date = Дата рождения
pair-phone = Телефон
pair-school = Откуда
pair-guardians = Родители
pair-stream = Поток
pair-why = Почему похожи: { $reasons }.
duplicate-name = одно и то же имя
duplicate-name-part = имя совпадает частично
duplicate-name-near = имена отличаются одной буквой
duplicate-name-word = совпадает одно слово имени
duplicate-birth-date = одна дата рождения
duplicate-birth-date-near = в дате рождения, возможно, описка
duplicate-phone = один телефон
duplicate-school = одна школа или регион
duplicate-guardian = общий родитель
button-keep = ✅ Один человек, оставить { $mark }
button-apart = 👥 Это разные люди
button-open-side = 👁 Открыть { $mark }
merge-question =
    👯 <b>{ $name }</b>

    Заявка { $kept } останется, заявка { $ended } закроется, её место получит первый в листе ожидания. Семье напишем об этом коротко и без подробностей.
merge-shares = Обе заявки уже видит один и тот же взрослый, поэтому оставшуюся увидят родители обеих. Согласия останутся такими, как были даны.
merge-stays-two = Заявки сделаны с разных аккаунтов, поэтому каждый по-прежнему увидит только своё. Закроется лишь лишняя заявка.
button-merge-yes = ✅ Да, закрыть лишнюю
merged = ✅ Готово: осталась одна заявка. Через 20 секунд напишем семье. Отменить можно сейчас или позже в разделе «Что объединили».
set-apart = 👥 Запомнил: это разные люди. Эта пара больше не появится.
merges-head =
    📜 <b>{ $title }</b>

    Что объединили, последнее сверху:
merges-none = Пока ничего.
merge-line = • { $at }, { $by }: <b>{ $name }</b>
merge-line-undone = • { $at }, { $by }: <s>{ $name }</s>, отменено
button-merge-undo = ↩️ Разделить: { $name }
merge-undone = ↩️ Разделено, заявка снова действует.
notice-duplicates-found = 👯 «{ $event }»: похоже, кто-то зарегистрировался дважды. Посмотрите, пожалуйста.
notice-registration-twice = ℹ️ <b>{ $name }</b>: повторная заявка на «{ $event }» закрыта. Если это ошибка, напишите организаторам.
notice-registration-stays = ℹ️ <b>{ $name }</b>: заявка на «{ $event }» действует. Похожую заявку закрыли как повторную, делать ничего не нужно.
notice-registration-reopened = ℹ️ <b>{ $name }</b>: заявка на «{ $event }» снова действует.
history-duplicate-keep = оставлена из двух заявок одного человека
history-duplicate-end = закрыта как повторная
history-duplicate-apart = отмечено: не повтор
history-duplicate-apart-undo = отметка «не повтор» снята
history-duplicate-undo = объединение отменено
