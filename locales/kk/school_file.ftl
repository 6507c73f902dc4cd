button-schools-table = 📥 Мектептерді кестеден алу
button-schools-template = 📄 Мектептер кестесі
button-schools-write = ✅ Жазу: { $count }
button-schools-table-undo = ↩️ Бұрынғыдай ету
schools-sheet = Мектептер
schools-column-code = Коды (жаңа мектепте бос)
schools-column-place = Өңірі не ауданы (атауы немесе коды)
schools-column-kk = Атауы, қазақша
schools-column-ru = Атауы, орысша
schools-column-en = Атауы, ағылшынша
schools-table =
    📥 <b>{ $title }: мектептерді кестеден алу</b>

    Төменіне жол қосып, кестені осында жіберіңіз: XLSX не CSV, бағандары сол қалпында, бірінші жол — тақырып. Жаңа мектепке өңірі не ауданы мен атауы керек; бір тілде атауы болмаса, басқа тілдегісі көрсетіледі.

    Алдымен әр жол не істейтінін көресіз. Сіз баспайынша, ештеңе жазылмайды.
schools-table-ask = 📥 Мектептер кестесін жіберіңіз (XLSX не CSV).
schools-table-not-xlsx = ⚠️ Кесте оқылмады. Оны XLSX не CSV етіп сақтаңыз.
schools-table-not-table = ⚠️ Бұл XLSX кестесі де, CSV файлы да емес.
schools-table-macros = ⚠️ Кестеде макрос бар. Макроссыз XLSX етіп сақтаңыз.
schools-table-too-large = ⚠️ Файл тым үлкен.
schools-table-too-many = ⚠️ 2000 жолдан көп. Бөліп жіберіңіз.
schools-table-empty = ⚠️ Файлда бірде-бір жол жоқ.
schools-table-not-fetched = ⚠️ Файлды Telegram-нан ала алмадым. Қайта жіберіңіз.
schools-report = 📋 <b>{ $title }: кесте нені өзгертеді</b>
schools-rows-new = 🆕 Жаңа: { $count }
schools-rows-changed = 🔁 Атауы өзгереді: { $count }
schools-rows-same = ✅ Өзгеріссіз: { $count }
schools-rows-wrong = ⛔ Қатесі бар: { $count }
schools-row-new = 🆕 { $row }. { $title } → { $place }
schools-row-changed = 🔁 { $row }. { $was } → { $title }
schools-row-wrong = ⛔ { $row }. { $title }: { $why }
schools-report-more = … тағы { $count }
schools-report-foot = Әзірге ештеңе жазылған жоқ. Бәрі дұрыс па?
schools-report-wrong = Ештеңе жазылған жоқ. ⛔ тұрған жолдарды түзетіп, кестені қайта жіберіңіз.
schools-report-nothing = Мұның бәрі бар: жазатын ештеңе жоқ.
schools-wrong-name = атауы жоқ
schools-wrong-long = атауы 100 таңбадан ұзын
schools-wrong-code = мұндай коды бар мектеп жоқ
schools-wrong-place = мұндай өңір не аудан жоқ
schools-wrong-places = бірнешеуі осылай аталады: атауының орнына кодын жазыңыз
schools-wrong-lowest = оның ішінде мектеп болмайды
schools-wrong-higher = мектептер одан төмен тұр: ішіндегі ауданды жазыңыз
schools-wrong-twice = кестеде екі рет тұр
schools-wrong-moved = мектеп басқа өңірге не ауданға жатады
schools-wrong-filed = атауы бағдарлама файлынан алынған: сол жерде өзгертіңіз
schools-wrong-renamed = мұндай мектеп қосылып, кейін атауы өзгерген: кодын жазыңыз
schools-written = ✅ Жазылды: { $count }. Мектептерді сауалнамада бірден таңдауға болады. Ешкім таңдап үлгермесе, 10 минут ішінде бұрынғыдай етуге болады.
schools-taken-back = ↩️ Қайтарылды: { $count }. Бәрі бұрынғыдай.
