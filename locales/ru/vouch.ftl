vouch-head = ✌️ <b>Это решают двое</b>
vouch-what-export =
    { $count ->
        [one] 📄 Таблица: { $count } регистрация
        [few] 📄 Таблица: { $count } регистрации
       *[many] 📄 Таблица: { $count } регистраций
    }
vouch-what-role = 🗂 Роль организатора всей программы
vouch-what-send =
    { $count ->
        [one] 📣 Сообщение для { $count } человека
        [few] 📣 Сообщение для { $count } человек
       *[many] 📣 Сообщение для { $count } человек
    }
vouch-where = 🏕 { $title }
vouch-whose = 👤 Кому: { $name }
vouch-asker = 🙋 Просит: { $name }
vouch-please = Вы согласны? Если сомневаетесь, сначала спросите. Запрос ждёт до { $until }.
vouch-wait =
    ⏳ Нужно согласие другого организатора. Им уже написали: <b>{ $names }</b>
    Запрос ждёт до { $until }. Ответ придёт сообщением.
vouch-alone = Такого права здесь больше ни у кого нет, поэтому можно подтвердить самому. Посмотрите ещё раз: вы хотите именно этого?
vouch-alone-later = ⏳ Такого права здесь больше ни у кого нет. Подтвердить самому можно после { $time }: короткая пауза защищает на случай, если телефон украли.
vouch-confirmed = ✅ Подтверждено. Можно продолжать.
vouch-confirmed-other = ✅ Вы согласились. Спасибо!
vouch-used = ✅ Сделано.
vouch-withdrawn = ✖️ Запрос отозван.
vouch-declined = ⛔️ Другой организатор против. Спросите, что его беспокоит.
vouch-expired = ⌛️ Никто не ответил вовремя. Если ещё нужно, начните заново.
button-vouch-confirm = ✅ Согласен
button-vouch-confirm-own = ✅ Подтвердить самому
button-vouch-decline = ⛔️ Нет
button-vouch-withdraw = ✖️ Отозвать запрос
button-vouch-look = 🔄 Обновить
button-vouch-go-export = ⬇️ Взять таблицу
button-vouch-go-role = ▶️ Дать роль
button-vouch-go-send = 📣 К рассылке
notice-vouch-asked =
    ✌️ <b>{ $name }</b> просит вашего согласия:
    { $what }
notice-vouch-confirmed =
    ✅ <b>{ $name }</b>: согласие получено.
    { $what }
notice-vouch-declined =
    ⛔️ <b>{ $name }</b>: отказ.
    { $what }
notice-vouch-expired =
    ⌛️ За сутки никто не согласился:
    { $what }
history-vouch-ask = запрошено согласие второго человека
history-vouch-confirm = согласие дано
history-vouch-decline = в согласии отказано
history-vouch-withdraw = запрос отозван
history-vouch-use = сделано с согласия второго человека
vouch-words-above = 👆 Весь текст выше.
vouch-gone = ✖️ Текста, на который просили согласие, больше нет: его изменили или отложили. Можно попросить ещё раз.
