# For a native reader to check: «оқиға» for an incident, «тізбек» for the chain of entries, «таңбасы» for the fingerprint of the last one.
button-incidents = 📓 Оқиғалар
button-incidents-back = 📓 Оқиғаларға оралу
button-incident-write = ➕ Жазып қою
button-incident-place = 🏕 Орын не зат туралы
button-incident-check = 🔗 Тізбекті тексеру
button-incident-save = ✅ Жазылсын
button-incident-drop = 🗑 Жазылмасын
button-incident-correct = ✏️ Түзету
button-incident-tell = 👪 Ата-анасына хабарлау
button-incident-text = ✍️ Жазу: { $language }
button-incident-rewrite = ✏️ Қайта жазу: { $language }
button-incident-call = ☎️ Тек хабарласуын сұрау
button-incident-send = 📨 Қазір жіберу ({ $count })
button-incident-ask = 💬 Лагерьге жазу
incident-kind-health = 🩺 Денсаулық
incident-kind-accident = 🤕 Жарақат
incident-kind-behaviour = 🗣 Мінез-құлық
incident-kind-lost = 🎒 Зат жоғалды
incident-kind-other = 📌 Басқа
incident-place = орын не зат
incident-now = жаңа ғана
incident-ago = { $minutes } мин бұрын
incident-ago-hours = { $hours } сағ бұрын
incidents-head =
    📓 <b>Оқиғалар</b>: { $title }

    Мұнда жазылған нәрсе сол күйі қалады; қате болса, артынан түзету жазылады.
incidents-own =
    📓 <b>Сіз жазған оқиғалар</b>: { $title }

    Ұйымдастырушылар да оқиды. Жазылған нәрсе сол күйі қалады; қате болса, артынан түзету жазылады.
incidents-none = Әзірге ештеңе жазылмаған.
incident-whom =
    📓 <b>Кім туралы?</b>
    { $title }
incident-what = 📓 <b>{ $about }</b>: не болды?
incident-when = 📓 { $kind } · <b>{ $about }</b>: қашан болды? Одан бұрын болса, соңғысын таңдап, сөзбен жазыңыз.
incident-draft =
    📓 { $kind } · <b>{ $about }</b>
    { $moment }
incident-how = Не болғанын жазыңыз: қайда, кім көрді, не істелді. Бір хабарлама, 2000 таңбадан аспасын. Жазылар алдында тағы бір рет көресіз.
incident-how-correct = Шын мәнінде қалай болғанын жазыңыз. Бірінші жазба қалады, сіздікі оның түзетуі болып қатар тұрады.
incident-health-hidden = 🩺 Мұны тек дәрігер мен сіз оқисыз.
incident-sure = Жазылғаннан кейін өзгертуге де, өшіруге де болмайды, тек түзету жазуға болады. Қазір өзгерткіңіз келсе, қайта жазып жіберіңіз.
incident-entry = 📓 <b>№{ $number }</b> · { $kind } · <b>{ $about }</b>
incident-written =
    Болған уақыты: { $happened }
    Жазылғаны: { $written } · { $author }
incident-hidden = 🩺 Жасырулы: тек дәрігер мен жазған адам оқиды.
incident-erased = Сөздері біржола өшірілді; жазбаның өзі тізбекте қалады.
incident-corrects = ✏️ Мына жазбаны түзетеді: №{ $number }.
incident-corrected = ✏️ Түзетілген, қараңыз: №{ $number }.
incident-told = 👪 Хабарланған ата-ана саны: { $count }, { $time }
incident-tell = 👪 <b>Ата-анасы не оқиды</b>: { $name }
incident-tell-nobody = Ботта хабарлауға болатын ата-ана жоқ. Отбасына қоңырау шалыңызшы: телефондары жасақ тізімінде.
incident-tell-whom = Кімге: { $guardians }. Бірден барады, жазсаңыз, өз тілінде.
incident-tell-preview = Олар мынаны оқиды:
incident-tell-how = Бір не бірнеше тілде жазыңыз немесе тек хабарласуын сұраңыз. Сіз көрмейінше ештеңе жіберілмейді.
incident-tell-ask = ✍️ { $name }: ата-анасы оқитын сөзді мына тілде жазыңыз: <b>{ $language }</b>. 1000 таңбадан аспасын.
incident-guardian = { $name } ({ $language })
incident-call-us = Сізге бір жайтты өзіміз айтқымыз келеді: { $name }. Лагерьге қоңырау шалыңызшы немесе осында жазыңыз.
incident-written-in = 🌐 <i>Жазылған тілі: { $language }</i>
incident-chain-whole = 🔗 <b>Тізбек бүтін</b>: { $title }. Жазба саны: { $count }, бірде-бірі өзгермеген, жоғалмаған. Соңғысының таңбасы: <code>{ $fingerprint }</code>; қағазға жазып қойсаңыз, кейін ештеңе алынбағанын дәлелдейді.
incident-chain-broken = ⛔ <b>Тізбек бұзылған: №{ $number }</b>, { $title }. Бұл жазба бастапқы күйінде емес немесе жоқ. Ботқа жауапты адамға айтыңыз және ештеңе өзгертпеңіз.
notice-incident-told = ☎️ <b>{ $name }</b> · { $event }
notice-incident-untold =
    👪 <b>№{ $number }: { $name }</b>
    { $event }. Ата-анасына бот арқылы әлі хабарланбады. Бір сағат ішінде білгені дұрыс болса, қазір хабарлаңыз; қоңырау шалған болсаңыз, басқа ештеңе керек емес.
error-incident-text = Бір хабарлама етіп жазыңыз: бос болмасын және айтылғаннан ұзақ болмасын.
history-incident-write = оқиға жазылды
history-incident-read = денсаулық туралы жазба оқылды
history-incident-tell = оқиға ата-анасына хабарланды
history-incident-check = оқиғалар тізбегі тексерілді
