button-schools = 🏫 Школы
button-schools-chart = 📊 Картинкой
button-schools-number = ✏️ { $stream }: { $number }
button-schools-top = 🏫 Все регионы
button-schools-up = ⬆️ Выше
button-schools-undo = ↩️ Вернуть как было
schools-head = 🏫 <b>{ $title }</b>
schools-top =
    Занято / выделено мест по регионам. Откройте регион, чтобы посмотреть внутрь и выделить места школам.

    🔎 Ищете школу? Напишите любую часть названия.
schools-inside = Внутри: занято / выделено мест.
schools-alone = Чтобы найти другую школу, напишите любую часть названия.
schools-fill = 🏕 { $stream }: занято <b>{ $taken }</b> из <b>{ $capacity }</b>, осталось { $left }
schools-fill-none = 🏕 { $stream }: места не выделены; занято { $taken }
schools-fill-recalled = 🏕 { $stream }: занято { $taken }; неиспользованные места возвращены
schools-kept = , из них держим для тех, кто внутри: { $number }
schools-waiting = { " " }· в листе ожидания: { $number }
schools-found = 🔎 Вот что нашлось:
schools-not-found = 🔎 Ничего похожего. Попробуйте другую часть названия или номер.
schools-number =
    ✏️ <b>{ $unit }</b>
    🏕 { $stream }
    { $now }

    Сколько мест? Напишите число от { $least } до { $most }.
schools-number-now = Сейчас выделено: <b>{ $number }</b>
schools-number-none = Места пока не выделены.
schools-problem-number = Нужно целое число.
schools-problem-least = Уже занято или выделено внутри: { $least }. Меньше нельзя.
schools-problem-most = { $above }: хватит не больше чем на { $most }. Сначала добавьте мест там или напишите число поменьше.
schools-problem-stream = Во всём потоке мест: { $most }.
schools-changed = ✅ Места: { $before } → <b>{ $after }</b>
schools-no-quota = не было
schools-seated = 🎉 Получили место из листа ожидания: { $number }
schools-undone = ↩️ Вернули как было
schools-chart-none = Здесь пока ни у кого нет мест.
button-coordinators = 👤 Координаторы
button-coordinator-invite = 🔗 Пригласить координатора
button-coordinator-share = 📨 Переслать ссылку
coordinators-head =
    👤 <b>{ $unit }</b>

    Они помогают ученикам: пересылают ссылку, видят, кому чего не хватает, и напоминают. Нажмите на имя, чтобы снять роль.
coordinators-none =
    👤 <b>{ $unit }</b>

    Здесь пока нет координатора. Пригласите учителя: он увидит только свою школу и только имена, классы и этапы.
coordinator-link =
    🔗 Ссылка для координатора. <b>{ $unit }</b>

    { $link }

    Действует один раз, до: { $until }. Отправьте её только этому человеку.
coordinator-share = Приглашаем вас координатором: { $unit }. Откройте ссылку:
coordinator-question = Снять роль? { $name } больше не увидит учеников: { $unit }.
notice-coordinator-joined = 👤 Новый координатор: { $name } ({ $unit }).
button-schools-recall = 🔁 Вернуть свободные места
button-schools-recall-yes = 🔁 Да, вернуть
schools-recall-question =
    🔁 <b>{ $unit }</b>

    Никем не занято мест: { $number }. Они перейдут в общие места уровнем выше и достанутся тем, кто там ждёт. Ученики отсюда смогут регистрироваться, пока есть общие места.

    Вернуть?
schools-recalled = 🔁 Возвращено мест: <b>{ $number }</b>
schools-restored = ↩️ Снова выделено мест: { $number }
