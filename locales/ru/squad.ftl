button-squads = 🚩 Отряды
button-squads-make = ➕ Создать отряды
button-squads-count = { $count } × { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } места
    }
button-squads-waiting = 🙋 Без отряда: { $count }
button-squads-spread = 🪄 Распределить по отрядам
button-squads-spread-yes = ✅ Распределить: { $count }
button-squads-mixed = 🌈 Школы вперемешку
button-squads-together = 🏫 Школы вместе
button-squad-out = ✖️ Убрать из отряда
button-squad-new = 🚩 Где теперь
button-squad-old = 🚩 Где был
button-squad-name = ✏️ Название
button-squad-places = 🔢 Места
button-squad-end = 🗑 Закрыть отряд
button-squad-end-yes = 🗑 Да, закрыть
squad-number = Отряд { $number }
squads-head = 🚩 <b>Отряды</b>: { $title }
squads-none = Отрядов пока нет. Нажмите «Создать отряды»: они создаются все сразу, а название и места можно поменять потом.
squads-without = Без отряда: { $count }
squads-made = ✅ Создано отрядов: { $count }. Вожатых приглашают на странице каждого отряда.
squads-spread = ✅ Распределено по отрядам: { $count }.
squads-undone = ↩️ Отменено.
squads-which-stream = Для какой смены?
squads-how-many = <b>{ $stream }</b>: мест { $capacity }. Сколько отрядов и какого размера? И то и другое можно поменять потом.
squads-schools =
    Как распределить детей? Отряды наполняются поровну, классы и мальчики с девочками — тоже как можно ровнее.

    🌈 дети из одной школы попадут в разные отряды и найдут новых друзей
    🏫 дети из одной школы останутся вместе
squads-preview = 🪄 <b>Получится так</b> ({ $schools }). Пока ничего не изменилось; распределим: { $placed }.
squads-mixed = школы вперемешку
squads-together = школы вместе
squads-left = ⚠️ Не хватило места: { $count }. Создайте ещё отряд или добавьте мест.
squads-waiting-head = 🙋 <b>Без отряда</b>: { $count }. Нажмите на имя, чтобы выбрать отряд.
squad-line = { $squad }: { $members } / { $places }
squad-after = { $squad }: { $before } → <b>{ $after }</b> / { $places }
squad-grades = по классам { $grades }
squad-head = 🚩 <b>{ $squad }</b>: { $members } / { $places }
squad-leaders = 🧭 Вожатые: { $names }
squad-no-leaders = 🧭 Вожатого пока нет.
squad-empty = Здесь никого.
squad-move = Куда: <b>{ $name }</b>?
squad-moved = ✅ Переведено: теперь в другом отряде.
squad-taken-out = ✅ Теперь без отряда.
squad-ask-name = ✏️ <b>{ $squad }</b> ({ $members } / { $places }): как назовём? Напишите название, не длиннее 40 знаков.
squad-ask-places = 🔢 <b>{ $squad }</b>: сколько мест? Сейчас { $places }, занято { $members }. Напишите число.
squad-end-question = Закрыть отряд: <b>{ $squad }</b>? Здесь никого нет; его вожатые перестанут быть вожатыми.
button-squad-invite = ➕ Пригласить вожатого
button-squad-calls = 📞 Телефоны родителей
button-leader = 🧭 Мой отряд
role-leader = вожатый
squad-link =
    🔗 Ссылка для вожатого: <b>{ $squad }</b>
    { $title }

    { $link }

    Сработает один раз, до: { $until }. Кто её откроет, увидит только этот отряд: имена, классы, школы, телефоны родителей. Роль закончится вместе с мероприятием.
squad-link-share = Вас приглашают стать вожатым: { $squad }, { $title }
squad-dismiss = <b>{ $name }</b> больше не вожатый: { $squad }. Продолжить?
notice-leader-joined = 🧭 <b>{ $name }</b> теперь вожатый: { $squad }. Если это не тот человек, уберите его на странице отряда.
leader-own = 🧭 <b>Ваши отряды</b>
leader-none = 🧭 Сейчас у вас нет отряда.
leader-squad =
    🧭 <b>{ $squad }</b>: { $count }
    { $title }

    Вы вожатый этого отряда. Имена и телефоны — только для заботы о детях, пожалуйста, никому их не передавайте.
squad-calls = 📞 <b>{ $squad }</b>: родители. Кто открывал этот список, записывается.
squad-call = { $guardian }: { $phone }
family-squad = 🚩 Отряд: <b>{ $squad }</b>
family-squad-led = 🚩 Отряд: <b>{ $squad }</b>, вожатый: { $leaders }
error-squad-unknown = Такого отряда нет, или их несколько. Сначала создайте отряды или назовите их по номерам.
error-squad-full = В этом отряде больше нет мест. Добавьте мест или выберите другой.
error-squad-not-empty = В отряде есть дети. Сначала переведите их.
error-squad-text = Название — не длиннее 40 знаков, мест — не меньше, чем уже занято, и не больше 200. Напишите ещё раз.
button-squad-day = 🗓 День моего отряда
leader-day =
    🗓 <b>{ $squad }</b>, { $day }
    { $title }
leader-day-none = На этот день в расписании вашего отряда ничего нет.
