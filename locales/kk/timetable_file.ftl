button-timetable-file = 📥 Файлдан
button-timetable-template = 📄 Кесте файл түрінде
button-timetable-apply = ✅ Жаңасы мен өзгергенін жазу ({ $count })
button-timetable-apply-whole = 🗑 Бәрін жазу, жоғын алып тастау ({ $count })
timetable-sheet = Кесте
timetable-column-code = Код (бос болса: жаңа сабақ)
timetable-column-on = Күні
timetable-column-starts = Басталуы
timetable-column-ends = Аяқталуы
timetable-column-title-kk = Атауы, қазақша
timetable-column-title-ru = Атауы, орысша
timetable-column-title-en = Атауы, ағылшынша
timetable-column-place-kk = Орны, қазақша
timetable-column-place-ru = Орны, орысша
timetable-column-place-en = Орны, ағылшынша
timetable-column-speaker-kk = Спикері, қазақша
timetable-column-speaker-ru = Спикері, орысша
timetable-column-speaker-en = Спикері, ағылшынша
timetable-column-kind = Түрі (lecture, seminar, training, workshop, excursion, ceremony, contest, meeting, meal, free, travel)
timetable-column-stream = Ауысым (бос болса: барлығына)
timetable-column-capacity = Орын саны (бос болса: жазылусыз)
timetable-file =
    📥 <b>{ $title }: кесте файл түрінде</b>

    Кестені түзетіп, осында жіберіңіз. Кодтарын өзгертпеңіз; коды жоқ жол — жаңа сабақ. <code>sessions:</code> бар YAML файлы да жарайды.

    Алдымен әр жол нені өзгертетінін көресіз. Сіз түймені баспайынша ештеңе жазылмайды.
timetable-file-ask = 📥 Толтырылған кестені (XLSX) немесе YAML файлын жіберіңіз.
timetable-file-not-xlsx = ⚠️ Бұл XLSX кестесі емес.
timetable-file-not-yaml = ⚠️ Бұл XLSX кестесі де, сабақтары бар YAML файлы да емес.
timetable-file-macros = ⚠️ Кестеде макрос бар. Макроссыз XLSX түрінде сақтаңыз.
timetable-file-too-large = ⚠️ Файл тым үлкен.
timetable-file-too-many = ⚠️ Жол саны 1000-нан асады. Бөліп жіберіңіз.
timetable-file-empty = ⚠️ Файлда бірде-бір жол жоқ.
timetable-file-not-fetched = ⚠️ Файлды Telegram-нан ала алмадық. Қайта жіберіңіз.
timetable-report = 📋 <b>{ $title }: файл нені өзгертеді</b>
timetable-rows-new = 🆕 Жаңасы: { $count }
timetable-rows-changed = 🔁 Өзгеретіні: { $count }
timetable-rows-same = ✅ Сол қалпында: { $count }
timetable-rows-wrong = ❌ Қатесі бар: { $count }
timetable-rows-gone = ➖ Файлда жоғы: { $count }
timetable-row-wrong = ❌ { $row }-жол: { $why }
timetable-row-new = 🆕 { $row }-жол: { $icon } <b>{ $title }</b>, { $when }
timetable-row-changed = 🔁 { $row }-жол: { $icon } <b>{ $title }</b>
timetable-row-gone = ➖ { $icon } { $title }, { $when }
timetable-report-more = … тағы { $count } жол бар.
timetable-report-foot = Әзірге ештеңе жазылған жоқ.
timetable-report-wrong = Ештеңе жазылған жоқ. Қате жолдарды түзетіп, файлды қайта жіберіңіз.
timetable-report-nothing = Кесте онсыз да осындай: жазатын ештеңе жоқ.
timetable-applied = ✅ <b>Жазылды. Сабақ саны: { $count }.</b> Бір минуттан кейін әркім өзінде не өзгергенін бір хабарламадан оқиды.
timetable-taken-back = ↩️ Бұрынғыдай болды. Сабақ саны: { $count }. Ешкімге айтылған жоқ.
timetable-problem-kind = ⚠️ Сабақтың мұндай түрі жоқ.
timetable-problem-stream = ⚠️ Мұндай ауысым жоқ.
timetable-problem-languages = ⚠️ Атауы мен орны үш тілде де керек; спикері үш тілде де жазылады не мүлде жазылмайды.
timetable-problem-date = ⚠️ Күнін түсінбедім. Былай жазыңыз: 07.07.2027
timetable-problem-twice = ⚠️ Бұл код файлда екі рет тұр.
timetable-problem-code = ⚠️ Мұндай коды бар сабақ жоқ. Жаңа сабақ болса, кодын бос қалдырыңыз.
