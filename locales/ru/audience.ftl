button-audience = 👥 Выбрать, кто получит
button-audience-session = 🎟 Занятие
button-audience-squad = 🚩 Отряд
button-audience-back = ⬅ Кто получит
button-audience-only-unit = ✅ Только сюда
button-audience-only-session = ✅ Только тем, кто записан
button-audience-only-waiting = ✅ Только тем, кто ждёт
button-audience-only-squad = ✅ Только этому отряду
button-audience-only-person = ✅ Написать этому человеку
button-audience-without = ➖ Всем, кроме этих
button-audience-off = ↩️ Убрать это условие
button-audience-waiting = ⏳ Кто ждёт места
audience-head = <b>👥 Кто получит</b>
audience-count =
    <b>Сейчас: { $number ->
        [one] { $number } человек
        [few] { $number } человека
        [many] { $number } человек
       *[other] { $number } человека
    }</b>
audience-nobody = <b>Сейчас: никто</b>
audience-roles = 👥 { $roles }
audience-no-role = 👥 Никто не выбран: нажмите «Кому»
audience-no-language = ни один
audience-role-student = участники
audience-role-guardian = их родители
audience-role-coordinator = координаторы школ
audience-role-staff = команда
audience-only-unit = 📍 Только: { $titles }
audience-only-session = 🎟 Только с местом: { $titles }
audience-only-waiting = ⏳ Ждут места: { $titles }
audience-only-squad = 🚩 Только: { $titles }
audience-only-person = 🙋 Только: { $titles }
audience-also = ➕ И ещё: { $titles }
audience-without = ➖ Кроме: { $titles }
audience-gone = больше нет
audience-choose-session = О каком занятии речь? Здесь те, на которые записываются.
audience-none-session = Пока ни на одно занятие не записываются. Как только у занятия появятся места, оно будет здесь.
audience-choose-squad = Для какого отряда?
audience-none-squad = Отрядов пока нет.
audience-card-unchosen =
    { $title }

    Написать только им или всем остальным?
audience-card-only =
    ➕ { $title }

    Объявление для них.
audience-card-without =
    ➖ { $title }

    Объявление не для них.
button-audience-person = 🙋 По имени
audience-ask-person = 🙋 Напишите часть имени. Кого выберете, тот получит объявление в любой смене и с любым статусом; тех, кто отказался от участия, здесь нет.
audience-found = Кто из них? Нажмите, чтобы добавить.
audience-next-person = 🙋 Чтобы добавить ещё кого-то, просто напишите следующее имя.
button-saved = ⭐ Сохранённые
button-saved-new = ➕ Сохранить этот выбор
button-saved-use = ✅ Взять
button-saved-rename = ✏️ Переименовать
button-saved-drop = 🗑 Удалить
button-saved-undo = ↩️ Вернуть
saved =
    <b>⭐ Сохранённые получатели</b>

    Кто подходит, каждый раз смотрим заново.
saved-none =
    <b>⭐ Сохранённые получатели</b>

    Пока пусто. Выберите, кто получит объявление, сохраните этот выбор под именем и возьмите его в другой день.
saved-one = <b>⭐ { $name }</b>
saved-dropped = 🗑 Удалено: { $name }
saved-ask = ⭐ Как назвать этот выбор? Напишите имя, например: родители детей из автобуса 3
saved-ask-again = ✏️ Сейчас он называется <b>{ $name }</b>. Напишите новое имя.
audience-card-person =
    🙋 { $name }

    Написать этому человеку или всем остальным?
