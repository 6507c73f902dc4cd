# For a native reader to check: «кешкі хат» for the evening letter, «растау» for the second adult's yes.
button-squad-message = ✉️ Ата-аналарға жазу
button-letter-day-writing = 📝 { $day } хаты: жалғастыру
button-letter-day-waiting = 📮 { $day } хаты: берілді
button-letter-message-writing = 📝 Хабарлама: жалғастыру
button-letter-message-waiting = 📮 Хабарлама: берілді
button-letter-hours = 📮 Кешкі хат
button-letter-off = 🔕 Хатсыз
button-letter-waiting = ✍️ Растауды күтіп тұр: { $squad }
button-letter-begin = 📝 Жазу
button-letter-open = 👀 Ашу
button-letter-whole = 👀 Тұтас көру
button-letter-done = ✅ Болды
button-letter-no-photos = ➡️ Суретсіз
button-letter-marked = ✅ Суреттегілер: { $count }
button-letter-nobody = 🌄 Ешкім танылмайды
button-letter-unphoto = 🗑 Бұл сурет керек емес
button-letter-unphoto-of = 🗑 { $number }-суретті алып тастау
button-letter-look = 🖼 Суреттер: { $count }
button-letter-submit = 📮 Растауға беру
button-letter-did = ✏️ Не істедік
button-letter-best = ✏️ Күннің ең жақсысы
button-letter-tomorrow = ✏️ Ертең не болады
button-letter-text = ✏️ Мәтін
button-letter-photos = 📷 Сурет қосу
button-letter-drop = 🗑 Жою
button-letter-drop-yes = 🗑 Иә, жойылсын
button-letter-back = ↩️ Жазуды жалғастыру
button-letter-confirm = ✅ Растаймын, жіберілсін
button-letter-return = ↩️ Себебін айтып қайтару
button-letter-undo = ↩️ Әзірге жіберілмесін
letter-about-day = 📮 <b>{ $squad }</b> · кешкі хат · { $day }
letter-about-message = ✉️ <b>{ $squad }</b>: ата-аналарға хабарлама
letter-hours =
    📮 <b>Ата-аналарға кешкі хат</b>: { $title }

    Әр жасақтың тәлімгері күннің қалай өткенін жазады, сурет қоса алады. Екінші ересек қарап, растайды. Содан кейін хат сол жасақтағы балалардың ата-анасына барады. Ата-анасы суретке рұқсат бермеген бала белгіленген сурет жіберілмейді.
letter-hours-on = Күн сайын жіберілетін уақыты: <b>{ $at }</b>. Тәлімгерден { $minutes } минут бұрын сұраймыз. Басқа уақыт:
letter-hours-off = Қазір: <b>өшірулі</b>. Қосу үшін сағатын таңдаңыз:
letter-ask-did = 🌤 <b>Бүгін не істедік?</b> Екі-үш сөйлем, { $longest } таңбадан аспасын.
letter-ask-best = ⭐️ <b>Ең жақсысы не болды?</b> Ата-ана естіп қуанатын бір сәт. Өтінеміз, балалардың атын атамаңыз. { $longest } таңбадан аспасын.
letter-ask-tomorrow = 🌅 <b>Ертең не болады?</b> Не күтіп тұр, не ала жүру керек. { $longest } таңбадан аспасын.
letter-ask-text = ✉️ <b>Жасағыңыздағы ата-аналар не оқуы керек?</b> Жіберілер алдында тағы бір ересек растайды. { $longest } таңбадан аспасын.
letter-ask-now = Қазіргі мәтін: { $text }
letter-ask-reason = ↩️ Нені түзету керек? Жазған: { $name }. Бір хабарламамен жазыңыз.
letter-photos = 📷 Суреттерді бір-бірлеп жіберіңіз, ең көбі { $most }. Әрқайсысында кім бар екенін айтасыз. Өтінеміз, тек өз жасағыңыздың балалары болсын.
letter-photos-more = 📷 Хаттағы сурет: { $count } / { $most }. Тағы жіберіңіз немесе «Болды» түймесін басыңыз.
letter-who =
    👀 <b>{ $number }-сурет: кімдер бар?</b> Танылатынның бәрін белгілеңіз, шетінде тұрғандарды да.

    🚫 белгісі: ата-анасы суретке рұқсат бермеген, ондай сурет жіберілмейді. Басқа жасақтың баласы түссе, суретті алып тастаңыз.
letter-photo-refused = 🚫 <b>Сурет алынып тасталды.</b> Суретте: { $names }. Ата-анасы рұқсат бермеген немесе ойынан қайтқан.
letter-photo-line = 🖼 { $number }: { $names }
letter-photo-nobody = 🖼 { $number }: ешкім танылмайды
letter-photo-unmarked = 🖼 { $number }: суретте кім бары әлі белгіленген жоқ
letter-photo-caption = 📷 { $squad }
letter-reason = ↩️ <b>Қайтарылды:</b> { $reason }
letter-drop = Жазылғанды суреттерімен бірге жоямыз ба? Кейін қайтара алмайсыз.
letter-state-writing = 📝 Әлі растауға берілген жоқ.
letter-state-waiting = ⏳ Жазған: { $name }. Басқа ересектің растауын күтіп тұр.
letter-state-confirmed = ✅ Расталды. Жіберілетін уақыты: { $time }.
letter-state-sent = 📬 Ата-аналарға жіберілді: { $count }.
letter-state-dropped = 🗑 Жойылды.
letter-state-expired = ⌛️ Уақытында ешкім растамады, хат жіберілмеді.
letter-head-did = 🌤 Не істедік
letter-head-best = ⭐️ Күннің ең жақсысы
letter-head-tomorrow = 🌅 Ертең
letter-letter = 📮 <b>{ $squad }: біздің күніміз</b>
    { $event } · { $day }
letter-message = ✉️ <b>{ $squad }: тәлімгерден хабарлама</b>
    { $event } · { $day }
letter-written-in = 🌐 <i>Тәлімгер мына тілде жазды: { $language }</i>
letter-photos-follow = 📷 Суреттер: { $count }
notice-letter-asked = { $about }

    Ата-аналарға күннің қалай өткенін айтатын кез келді: үш қысқа сұрақ, қаласаңыз сурет. Хат жіберілетін уақыт: { $until }.
notice-letter-near = { $about }

    ⏳ Әзірге ештеңе жазылмаған, ал хат жіберілетін уақыт: { $until }. Бірнеше сөйлем де жетеді, ата-аналар қуанып қалады.
notice-letter-missed =
    📭 <b>Кешкі хат жоқ жасақтар</b>
    { $event }, { $at }

    Ата-аналар хат күтіп отыр. Кейінірек расталған хат та жіберіледі.
letter-late-nothing = 🚩 { $squad }: ештеңе жазылмаған
letter-late-begun = 🚩 { $squad }: басталған, бірақ растауға берілмеген
letter-late-waiting = 🚩 { $squad }: екінші ересектің растауын күтіп тұр
notice-letter-waiting = { $about }

    Жазған: <b>{ $name }</b>. Қарап шығып, растап беріңізші.
notice-letter-returned = { $about }

    ↩️ <b>{ $name }</b> қайтарды: { $reason }
notice-letter-confirmed = { $about }

    ✅ Растаған: { $name }
notice-letter-sent = { $about }

    📬 Ата-аналарға жіберілді: { $count }.
notice-letter-expired = { $about }

    ⌛️ Уақытында ешкім растамады, сондықтан жіберілмеді.
notice-letter-photo-dropped = { $about }

    🚫 Сурет алынып тасталды. Суретте: { $names }. Ата-анасы қазір суретке рұқсат бермейді.
error-letter-text = Бос не тым ұзын. Қысқарақ жазыңызшы.
error-letter-photos = Бес сурет бар. Алдымен біреуін алып тастаңыз.
error-letter-alone = Растайтын басқа адам жоқ. Ұйымдастырушыдан екінші тәлімгер сұраңыз.
error-letter-faces = Суретте кім барын белгілеңіз немесе «Ешкім танылмайды» түймесін басыңыз.
