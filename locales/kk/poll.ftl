# For a native reader to check: «сауалдама» for a poll (a «сауалнама» is the form).
button-polls = 📊 Сауалдамалар
button-polls-all = 📊 Барлық сауалдама
button-poll-new = ➕ Жаңа сауалдама
button-poll-options = ☑️ Жауап нұсқалары: { $number }
button-poll-many-1 = ☑️ Бірнеше жауапқа рұқсат
button-poll-many-0 = 🔘 Тек бір жауап
button-poll-named-1 = 👤 Аты-жөнімен
button-poll-named-0 = 🔒 Анонимді
button-poll-ends = ⏱ Қашан аяқталады
button-poll-days-0 = 🌙 Бүгін, 21:00
button-poll-days-1 = 🌙 Ертең, 21:00
button-poll-days-3 = 🌙 3 күннен кейін, 21:00
button-poll-days-7 = 🌙 Бір аптадан кейін, 21:00
button-poll-by-hand = ✋ Өзім жабамын
button-poll-results = 📊 Жауаптар
button-poll-picture = 🖼 Сурет
button-poll-parts = 🗺 Өңірлер бойынша
button-poll-voters = 👤 Кім нені таңдады
button-poll-close = 🔒 Сауалдаманы жабу
button-poll-close-yes = 🔒 Иә, жабу
button-poll-reopen = 🔓 Қайта ашу
button-poll-publish = 📣 Нәтижесін хабарлау
button-poll-publish-yes = 📣 Жіберу: { $number }
polls =
    <b>📊 Сауалдамалар</b>
    { $title }

    Біреуін ашыңыз немесе жаңасын жасаңыз.
polls-none =
    <b>📊 Сауалдамалар</b>
    { $title }

    Әзірге ештеңе сұралмаған. Сауалдама өзіңіз таңдаған адамдарға әрқайсысының тілінде барады; бір адамда бір дауыс.
poll-empty = бос жоба
poll-draft = <b>📊 Сауалдама: жоба</b>
poll-ask-kk = ✍️ <b>Сұрақты қазақша жазыңыз.</b> Жауап нұсқалары кейін сұралады.
poll-ask-ru = ✍️ <b>Сұрақты орысша жазыңыз.</b> Жауап нұсқалары кейін сұралады.
poll-ask-en = ✍️ <b>Сұрақты ағылшынша жазыңыз.</b> Жауап нұсқалары кейін сұралады.
poll-ask-options-kk = ☑️ <b>Жауап нұсқаларын қазақша жазыңыз,</b> әрқайсысын жаңа жолдан.
poll-ask-options-ru = ☑️ <b>Жауап нұсқаларын орысша жазыңыз,</b> әрқайсысын жаңа жолдан.
poll-ask-options-en = ☑️ <b>Жауап нұсқаларын ағылшынша жазыңыз,</b> әрқайсысын жаңа жолдан.
poll-options-how = Саны: { $fewest }–{ $most }, әрқайсысы { $longest } таңбадан аспасын. Олар түйме болып шығады.
poll-options-other = Ретін сақтаңыз. Қазір { $number } нұсқа бар:
poll-option-line = ▫️ { $option }
poll-no-options = ⚠️ <b>Жауап нұсқалары әлі жоқ.</b>
poll-lacks-kk = ⚠️ <b>Қазақша жауап нұсқалары жоқ,</b> ал сұрағы бар.
poll-lacks-ru = ⚠️ <b>Орысша жауап нұсқалары жоқ,</b> ал сұрағы бар.
poll-lacks-en = ⚠️ <b>Ағылшынша жауап нұсқалары жоқ,</b> ал сұрағы бар.
poll-is-single = 🔘 Әркім бір жауап таңдайды
poll-is-many = ☑️ Бірнеше жауап таңдауға болады
poll-is-anonymous = 🔒 Анонимді: сіз тек сандарды көресіз, 5 жауап жиналғанда ғана
poll-is-named = 👤 Аты-жөнімен: кім нені таңдағанын көресіз, бұл бәріне ескертіледі
poll-ends-by-hand = ✋ Өзіңіз жапқанша ашық
poll-ends-at = ⏱ Аяқталады: { $moment }
poll-closed-at = 🔒 Жабылды: { $moment }
poll-ask-time = ⏱ <b>Сауалдама қашан аяқталады?</b> Таңдаңыз немесе күні мен уақытын жазыңыз, мысалы: <code>12.07.2027 18:00</code>. Уақыт жергілікті: { $zone }.
poll-problem-count = ⚠️ 2-ден 10-ға дейін нұсқа керек, әрқайсысы жаңа жолдан. Қайта жіберіңізші.
poll-problem-long = ⚠️ Бір нұсқа 60 таңбадан ұзын, түймеге сыймайды. Қысқартып, бәрін қайта жіберіңізші.
poll-problem-twice = ⚠️ Екі нұсқа бірдей. Біреуін өзгертіп, бәрін қайта жіберіңізші.
poll-problem-number = ⚠️ Басқа тілдегі нұсқалар саны: { $number }. Сонша нұсқаны сол ретпен жіберіңізші.
poll-problem-time = ⚠️ Уақытты түсіне алмадым. Былай жазыңызшы: 12.07.2027 18:00
poll-problem-past = ⚠️ Бұл уақыт өтіп кетті немесе оған бір жылдан көп бар. Басқасын таңдаңызшы.
plan-problem-poll = ⚠️ Сауалдама жіберілмей тұрып аяқталып қалады екен. Ертерек уақыт таңдаңыз немесе аяқталуын кейінге жылжытыңыз.
poll-note-anonymous = 🔒 Анонимді. Жауапты өзгертуге болады.
poll-note-named = 👤 Жауапты ұйымдастырушылар көреді. Өзгертуге болады.
poll-note-many = ☑️ Бірнешеуін таңдауға болады.
vote-kept = ✅ Жауабыңыз: { $options }
vote-taken-back = ↩️ Жауабыңыз қайтарып алынды.
vote-try = Адамдар осы түймелермен жауап береді. Бұл жерде олар ештеңе істемейді.
poll-results =
    <b>📊 Сауалдама</b>
    { $question }
poll-people = 🗳 Жауап бергендер: <b>{ $people }</b>
poll-too-few = 🔒 Ешкім танылып қалмас үшін сандар 5 жауап жиналғанда ғана көрінеді.
poll-figure =
    { $option }
    { $bar } <b>{ $count }</b> · { $percent }%
poll-asked = 👥 Сұралғандар: { $recipients } · жеткені: { $sent } · байланыс жоқ: { $unreachable }
poll-published-at = 📣 Нәтижесі хабарланды: { $moment }
poll-close-question = Сауалдаманы жабамыз ба? Жауап бергендер: <b>{ $people }</b>. Нәтижесін хабарлағанша қайта ашуға болады.
poll-parts = <b>🗺 Өңірлер бойынша жауаптар</b>
poll-part = <b>{ $title }</b>: { $people }
poll-part-figure = ▫️ { $option }: { $count } · { $percent }%
poll-parts-rest = 🔒 Қалған өңірлер бірге: { $people }. 5 жауапқа жетпеген өңір бөлек көрсетілмейді.
poll-parts-none = Жауап бергендердің ешқайсысының өңірі белгісіз.
poll-voters = <b>👤 { $option }</b>: { $count }
poll-voter = • { $name }
poll-voter-guardian = • { $name } (ата-ана)
poll-voters-none = Ешкім жоқ.
poll-picture-foot = Жауап бергендер: { $people } · { $moment }
poll-picture = 📊 Жауап бергендер: { $people }
poll-publish-question = 📣 Нәтижесі адамдарға осылай, әркімге өз тілінде барады. Сұралғандардың бәріне жіберейік пе (<b>{ $number }</b>)? Одан кейін сауалдаманы қайта ашуға болмайды.
poll-published = 📣 Нәтижесі жіберіліп жатыр: { $number }
notice-poll-results =
    📊 <b>Сауалдаманың нәтижесі</b>
    { $question }

    Жауап бергендер: { $people }. Рақмет!
notice-poll-closed = 🔒 <b>Сауалдамаңыз аяқталды.</b> Жауап бергендер: { $people }.
error-poll-closed = 🔒 Сауалдама жабылды, жауапты енді өзгерту мүмкін емес. Рақмет!
error-poll-options = Жазғаныңызды тексеріп, қайта жіберіңізші.
