button-selection-scores = ⭐ Оценки: { $stream }
score-head = ⭐ <b>{ $title }</b> · { $stream }
score-criteria = <b>Оценки от 1 до 5:</b>
score-overall = Общее впечатление
score-progress = Оценено полностью: <b>{ $done }</b> из { $total } (оценок на каждую заявку: { $each })
score-blind = 🙈 Пока идёт оценка, имена скрыты.
button-score-next = ▶️ Следующая заявка
score-none-left = Для вас заявок больше нет. Спасибо!
button-score-own = ✏️ Мои оценки: № { $number }
button-score-own-conflict = 🙅 Оставлено другим: № { $number }
button-score-ranking = 🏆 Рейтинг
button-score-back = ⭐ К оценкам
score-card = № { $number }
score-card-name = 👤 <b>{ $name }</b>
score-whole = ✅ Все оценки стоят. До отбора их можно менять.
score-not-whole = Поставьте все оценки ниже.
button-score-comment = 💬 Комментарий
button-score-conflict = 🙅 Это мои знакомые
score-comment-question = 💬 Напишите комментарий для других организаторов.
score-comment-is = 💬 { $text }
score-ranking-head = 🏆 <b>{ $stream }</b>, страница { $page } из { $pages }
score-line-in = { $place }. ✅ { $name }: { $score } ({ $reviews })
score-line = { $place }. { $name }: { $score } ({ $reviews })
score-none = без оценок
score-explained = Итог — среднее оценок. Кто оценивает строже или щедрее других, после пяти заявок это выравнивается. «=» — итог одинаковый: тогда выше тот, кто раньше прислал заявку.
score-tied = ⚖️ У последнего с местом и первого без места итог одинаковый: место получит тот, кто раньше прислал заявку.
score-picture = 📊 Сколько заявок с каким итогом.
button-score-picture = 📊 Распределение
button-score-choose = ✅ Отобрать лучших
score-choose-question =
    ✅ Раздать места ({ $places }) по рейтингу, а остальных ({ $waiting }) поставить в лист ожидания в том же порядке? Квоты соблюдаются.

    Каждой семье напишем через 30 секунд, до тех пор можно отменить.
score-choose-question-offers =
    ✅ Предложить места ({ $places }) по рейтингу, а остальных ({ $waiting }) поставить в лист ожидания в том же порядке? Квоты соблюдаются; место, которое не займут вовремя, пойдёт дальше.

    Каждой семье напишем через 30 секунд, до тех пор можно отменить.
score-choose-early = ⚠️ Ещё не все оценки есть у заявок: { $missing }. Лучше подождать.
button-score-choose-yes = ✅ Да, отобрать
