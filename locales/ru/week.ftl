button-now-next = ⏱ Сейчас и дальше
button-week = 🖼 Вся неделя
button-week-of = 🖼 Неделя с { $day }
button-today = Сегодня
button-tomorrow = Завтра
button-calendar = 📆 В мой календарь
now-next =
    ⏱ <b>{ $title }</b>
    { $time }
now-is = ▶️ <b>Сейчас:</b>
next-is = ⏭ <b>Дальше:</b>
now-next-none = В вашем расписании больше ничего нет.
week-picture = 🖼 <b>{ $title }</b>: ваша неделя. Яркой чертой отмечено то, куда вы записались.
calendar-file = 📆 Откройте этот файл, и календарь телефона возьмёт всё расписание. Если что-то изменится, запросите файл снова: занятия поправятся и не задвоятся.
