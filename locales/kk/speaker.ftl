# For a native reader to check: «өткізетін сабақтарым» for the talks one holds, «әлі жауап берген жоқ» for a silent speaker.
button-speaker-room = 🎤 Өткізетін сабақтарым
speaker-room =
    🎤 <b>Сіз өткізетін сабақтар</b>

    Сабақты басыңыз: уақыты, орны және қанша адам келетіні көрінеді. ✅ — келесіз, ❌ — келе алмайсыз, ❔ — жауабыңызды күтеміз.
speaker-room-none =
    🎤 Әзірге сіз өткізетін сабақ жоқ.

    Шақырылған болсаңыз, ұйымдастырушылар жіберген сілтемені ашыңыз.
speaker-expected = 👥 Келетін адам саны: { $count }
speaker-says-nothing = ❔ Осы сабақты өткізе аласыз ба?
speaker-says-can = ✅ Келемін деп жауап бердіңіз. Рақмет!
speaker-says-cannot = ❌ Келе алмаймын деп жауап бердіңіз. Ұйымдастырушылар біледі.
button-speaker-can = ✅ Келе аламын
button-speaker-cannot = ❌ Келе алмаймын
speaker-thanks-can = Рақмет! Ұйымдастырушылар келетініңізді көреді.
speaker-thanks-cannot = Ұйымдастырушыларға айттық. Келе алатын болсаңыз, «Келе аламын» түймесін басыңыз.
notice-speaker-changed =
    🔁 <b>Сіз өткізетін сабақ өзгерді</b>
    { $event }
speaker-asked = Келе аласыз ба?
speaker-is-can = {"    "}✅ { $name } келеді
speaker-is-cannot = {"    "}❌ { $name } келе алмайды
speaker-is-silent = {"    "}⏳ { $name } әлі жауап берген жоқ
speakers-unknown = 🔗 <b>{ $name }</b>: әзірге ботта жоқ, сабақ саны: { $count }
button-speaker-invite = 🔗 Спикерді шақыру
button-speaker-part = ✖️ Енді спикер емес: { $name }
button-speaker-part-yes = ✖️ Иә, енді спикер емес
speaker-part-question = <b>{ $name }</b> енді мына сабақты көрмейді және өзгерістерді білмейді: { $title }. Алып тастаймыз ба? Кейін қайта шақыруға болады.
speaker-link =
    🔗 <b>Спикерге арналған сілтеме: { $speaker }</b>
    { $title }

    { $link }

    Оны спикерге жіберіңіз. Сілтеме бір тәулік ішінде, бір рет қана ашылады. Бірінші ашқан адам өз сабақтарын көреді және өзгерістерді біліп отырады.
speaker-link-share = Сабақтарыңыз бен олардың өзгерістері осында: { $title }
button-share-speaker-link = 📨 Спикерге жіберу
button-speakers = 🎤 Спикерлер: кім келеді
speakers-head =
    🎤 <b>Спикерлер</b>
    { $title }
speakers-none = Алда спикері бар сабақ жоқ. Спикерді сабақтың өзінде көрсетуге болады.
speakers-line =
    { $when }
    <b>{ $speaker }</b> · { $title }
notice-speaker-joined = 🎤 <b>{ $name }</b> енді ботта, спикер ретінде. { $event }
notice-speaker-can = ✅ Спикер <b>{ $name }</b> келе алатын болды. { $event }
notice-speaker-cannot = ❌ Спикер <b>{ $name }</b> келе алмайды. { $event }
