# For a native reader to check: «қорытынды баға» for the score, «бағалар таралымы» for the spread.
button-selection-scores = ⭐ Бағалар: { $stream }
score-head = ⭐ <b>{ $title }</b> · { $stream }
score-criteria = <b>1-ден 5-ке дейінгі бағалар:</b>
score-overall = Жалпы әсері
score-progress = Толық бағаланғаны: <b>{ $done }</b> / { $total } (әр тіркелімге керек баға саны: { $each })
score-blind = 🙈 Бағалау кезінде аты-жөні көрінбейді.
button-score-next = ▶️ Келесі тіркелім
score-none-left = Сізге бағалайтын тіркелім қалмады. Рақмет!
button-score-own = ✏️ Менің бағаларым: № { $number }
button-score-own-conflict = 🙅 Басқаларға қалдырдым: № { $number }
button-score-ranking = 🏆 Рейтинг
button-score-back = ⭐ Бағаларға оралу
score-card = № { $number }
score-card-name = 👤 <b>{ $name }</b>
score-whole = ✅ Барлық баға қойылды. Іріктеуге дейін өзгертуге болады.
score-not-whole = Төмендегі бағалардың бәрін қойыңыз.
button-score-comment = 💬 Пікір
button-score-conflict = 🙅 Бұл менің танысым
score-comment-question = 💬 Басқа ұйымдастырушыларға пікір жазыңыз.
score-comment-is = 💬 { $text }
score-ranking-head = 🏆 <b>{ $stream }</b>, { $page }-бет, барлығы { $pages }
score-line-in = { $place }. ✅ { $name }: { $score } ({ $reviews })
score-line = { $place }. { $name }: { $score } ({ $reviews })
score-none = бағасы жоқ
score-explained = Қорытынды — бағалардың орташасы. Біреу басқалардан қатаңырақ не жомарттау бағаласа, бес тіркелімнен кейін ол теңестіріледі. «=» — қорытынды бірдей: онда тіркелімді бұрын жіберген адам жоғары тұрады.
score-tied = ⚖️ Соңғы орын алған мен орын жетпеген бірінші адамның қорытындысы бірдей: орын бұрын жібергенге беріледі.
score-picture = 📊 Қорытынды бағалардың таралымы.
button-score-picture = 📊 Бағалар таралымы
button-score-choose = ✅ Үздіктерді іріктеу
score-choose-question =
    ✅ Орындарды ({ $places }) рейтинг бойынша беріп, қалғандарын ({ $waiting }) сол ретпен күту тізіміне қоямыз ба? Квоталар сақталады.

    Әр отбасына 30 секундтан кейін жазамыз, оған дейін қайтаруға болады.
score-choose-question-offers =
    ✅ Орындарды ({ $places }) рейтинг бойынша ұсынып, қалғандарын ({ $waiting }) сол ретпен күту тізіміне қоямыз ба? Квоталар сақталады; уақытында алынбаған орын келесі адамға өтеді.

    Әр отбасына 30 секундтан кейін жазамыз, оған дейін қайтаруға болады.
score-choose-early = ⚠️ Бағасы толық емес тіркелімдер: { $missing }. Күткен дұрыс.
button-score-choose-yes = ✅ Иә, іріктеу
