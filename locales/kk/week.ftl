# For a native reader to check: «Қазір не болып жатыр» for «now and next».
button-now-next = ⏱ Қазір және кейін
button-week = 🖼 Бүкіл апта
button-week-of = 🖼 Апта: { $day }
button-today = Бүгін
button-tomorrow = Ертең
button-calendar = 📆 Күнтізбеме қосу
now-next =
    ⏱ <b>{ $title }</b>
    { $time }
now-is = ▶️ <b>Қазір:</b>
next-is = ⏭ <b>Келесісі:</b>
now-next-none = Кестеңізде бұдан кейін ештеңе жоқ.
week-picture = 🖼 <b>{ $title }</b>: сіздің аптаңыз. Өзіңіз жазылған сабақтардың жанында жарық сызық тұр.
calendar-file = 📆 Осы файлды ашсаңыз, телефоныңыздың күнтізбесіне бүкіл кесте түседі. Кесте өзгерсе, файлды қайта сұраңыз: сабақтар түзетіледі, қайталанбайды.
