# For a native reader to check: «кейін қосылғандар» for people who join the audience later.
button-broadcast-later = 🗓 Кейін жіберу
button-broadcast-joins = 🚪 Кейін қосылғандар
button-plan-before = 🌆 Алдыңғы күні кешке, 18:00
button-plan-morning = 🌅 Бірінші күні, 8:00
button-broadcast-pause = ⏸ Кідірту
button-broadcast-resume = ▶️ Жалғастыру
plan-ask = 🗓 <b>Қашан жіберейік?</b> Күні мен уақытын жазыңыз, мысалы: <code>12.07.2027 18:00</code>. Уақыт жергілікті: { $zone }.
plan-ask-days = Немесе басталғанға дейінгі не кейінгі күн санын және уақытын жазыңыз: <code>-1 18:00</code> алдыңғы күнгі кеш, <code>2 09:00</code> басталғаннан екі күн кейінгі таң. Басталатын күн ауысса, жіберу уақыты да бірге ауысады.
plan-problem-form = ⚠️ Уақытты түсіне алмадым. Мысалдағыдай жазыңызшы: 12.07.2027 18:00
plan-problem-past = ⚠️ Бұл уақыт өтіп кетті немесе оған бір жылдан көп бар. Басқасын жазыңызшы.
plan-is-quiet = 🌙 Ескеріңіз: бұл уақытта көпшілік ұйықтап жатады (тыныш сағаттар). Кері қайтарып, басқа уақыт таңдауға болады.
plan-head = <b>🗓 Жіберілетін уақыты: { $moment }</b>
plan-head-moving =
    <b>🗓 Жіберілетін уақыты: { $moment }</b>
    Басталатын күн ауысса, бұл да бірге ауысады.
broadcast-joins-until = 🚪 Кейін қосылғандарға да барады, соңғы күні: { $day }
joins-choose = Бұл хабар кейін қосылғандарға да керек болуы мүмкін. Оларға қай уақытқа дейін жіберейік?
joins-off = Тек қазіргілерге
joins-start = Бірінші күнге дейін
joins-end = Соңғы күнге дейін
broadcast-head-paused = <b>⏸ Кідіртілді: жалғастырғанша ештеңе жіберілмейді</b>
broadcast-line-paused = ⏸ { $sent }/{ $recipients } · { $start }
error-plan = Бұл уақыт жарамайды.
button-broadcast-branch = 🗺 Өңір, мектеп
branch-choose = Хабарландыру қай өңірге, ауданға не мектепке арналған? Ішін көру үшін басыңыз.
branch-chosen = 📍 <b>{ $title }</b>
