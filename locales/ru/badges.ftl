button-badges = 🪪 Бейджи
button-badges-all = 🪪 Все · { $number }
button-badges-badges = 🪪 Бейджи
button-badges-codes = 🔳 Бейджи с кодом билета
button-badges-door = 📋 Список на дверь
badges =
    🪪 <b>Бейджи и списки</b>
    { $title }

    Для кого?
badges-nobody =
    🪪 <b>Бейджи и списки</b>
    { $title }

    Пока никто не подтверждён. Загляните, когда появятся участники.
badges-what =
    🪪 <b>{ $whom }</b> · { $number }
    { $title }

    Бейджи: по восемь на странице A4, 90 × 60 мм, по отрядам и именам. С кодом пройдёт и тот, у кого нет телефона. В списке каждый отряд на своей странице.
badges-everybody = Все
badges-none = Печатать некого.
badges-too-many = Больше { $most } за раз слишком тяжело. Выберите смену или отряд.
badges-making = ⏳ Рисую…
badges-drawing = ⏳ Рисую: { $number }. Это займёт до минуты, файл придёт сам.
badges-here-badges =
    🪪 <b>{ $whom }</b> · бейджей: { $number }

    Печатайте в масштабе 100 %, без подгонки под страницу, и режьте по линиям.
badges-here-door = 📋 <b>{ $whom }</b> · в списке: { $number }
badges-codes = 🔳 Код — это билет. Если семья потом возьмёт новый код, код на бейдже перестанет действовать.
badges-mind = ⚠️ Здесь имена людей: не пересылайте. Через 24 часа я уберу это сообщение из чата.
badges-title = Бейджи
badges-door-title = Список на дверь
badges-door-name = Имя
badges-door-school = Школа
badges-door-here = На месте
badges-no-squad = Без отряда
badge-participant = Участник
badge-leader = Вожатый
