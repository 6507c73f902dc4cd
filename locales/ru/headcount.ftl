button-headcounts = 🧮 Перекличка
button-headcount-all = ▶️ Проверить всех: { $count }, { $squads ->
        [one] { $squads } отряд
        [few] { $squads } отряда
        [many] { $squads } отрядов
       *[other] { $squads } отряда
    }
button-headcount-choose = 🚩 Выбрать отряды
button-headcount-chosen = ▶️ Проверить: { $count }, { $squads ->
        [one] { $squads } отряд
        [few] { $squads } отряда
        [many] { $squads } отрядов
       *[other] { $squads } отряда
    }
button-headcount-calls = 📞 Кому звонить
button-headcount-squads = 🚩 По отрядам
button-headcount-live = 🧮 К цифрам
button-headcount-close = ⏹ Закончить
button-headcount-close-yes = ⏹ Да, закончить
button-headcount-on = 🧮 Идёт перекличка: открыть список
button-headcount-everybody = ✅ Все на месте: { $count }
button-headcount-others = ✅ Остальные на месте: { $count }
button-headcount-done = 🏁 Готово: здесь { $present }, нет { $missing }
button-headcount-one-by-one = ☑️ Отмечать по одному
button-headcount-who-is-missing = ❌ Отмечать только кого нет
headcounts-head = 🧮 <b>Перекличка</b>: { $title }
headcounts-how = Одно нажатие — и у каждого вожатого список его отряда. Кто не закончил за { $minutes } мин, получит напоминание; ещё через столько же вы получите их телефоны.
headcounts-none = В отрядах пока нет детей. Сначала создайте отряды.
headcounts-choose =
    🚩 <b>Какие отряды?</b>
    { $title }

    Отметьте отряды, затем нажмите зелёную кнопку.
headcounts-unled = ⚠️ Нет вожатого в боте: { $squads }. Их можно проверить самим через «По отрядам».
headcounts-without = ⚠️ Без отряда, в перекличку не входят: { $count }.
headcounts-earlier = <b>Раньше:</b>
headcount-earlier = { $moment }: на месте { $present } из { $expected }
headcount-live =
    🧮 <b>Перекличка</b> с { $since }
    { $title }
headcount-figures = Ждём <b>{ $expected }</b> · на месте <b>{ $present }</b> · нет <b>{ $missing }</b> · не отмечено { $open }
headcount-squads = Отрядов готово: { $done } из { $count }
headcount-took = ⏱ Все отряды готовы за { $minutes } мин { $seconds } с
headcount-away = Отпущены из лагеря, не считаются: { $count }
headcount-missing-now = ❌ <b>Сейчас нет</b>
headcount-missing-line = • <b>{ $name }</b> · { $squad } · { $leaders } · с { $since }
headcount-more = … и ещё { $count }
headcount-late-head = ⏳ <b>Ещё не закончили</b>
headcount-late-line = • { $squad }: { $present } из { $expected }
headcount-short-line = • { $squad }: на месте { $present } из { $expected }
headcount-nobody = нет вожатого в боте
headcount-closed = ⏹ Перекличка закончена в { $time }.
headcount-over = ⏹ Эта перекличка закончена. Новая придёт новым сообщением.
headcount-which = 🚩 Какой отряд? Можно отметить за вожатого или исправить.
headcount-calls =
    📞 <b>Кому звонить</b>: { $title }
    Вожатые отрядов, которые не закончили или где кого-то нет. Записывается, кто открывал этот список.
headcount-calls-none = Никому: все отряды закончили, все на месте.
headcount-no-phone = номер неизвестен
headcount-close = Закончить перекличку? Нет на месте: { $missing }, не отмечено: { $open }. Так и останется в записях, вожатые больше ничего не изменят.
headcount-roll =
    🧮 <b>Перекличка</b> с { $since }: <b>{ $squad }</b>
    { $title }
headcount-stands = На месте { $present } из { $expected } · нет { $missing } · не отмечено { $open }
headcount-how-missing = Нажмите на тех, кого <b>нет</b>. Когда видите всех остальных — зелёная кнопка. Второе нажатие отменяет первое.
headcount-how-present = Нажимайте на каждого, кого <b>видите</b>. Кто не отмечен к зелёной кнопке, того нет. Второе нажатие отменяет первое.
headcount-done = 🏁 Готово в { $time }, спасибо. Кто-то нашёлся или всё же пропал — нажмите на имя: организаторы увидят сразу.
headcount-missing-here = ❌ Нет: { $names }
notice-headcount =
    🧮 <b>Перекличка сейчас: { $squad }</b>
    { $event } · детей: { $count }
notice-headcount-late =
    ⏰ <b>Ваш отряд ещё не отмечен: { $squad }</b>
    { $event } · детей: { $count }. Организаторы ждут.
notice-headcount-calls =
    📞 <b>Перекличка: не закончили отрядов: { $number }</b>
    { $event }. Вожатые не ответили, пожалуйста, позвоните им.
