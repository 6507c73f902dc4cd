# For a native reader to check: «маусым» for a season of a programme, «тіркелуге ашу» for opening an event.
button-season = 🧬 Жаңа маусым
button-event-days = 📆 Күндері
button-open-event = 🚀 Тіркелуге ашу
season-hidden = 🙈 Бұл іс-шараны әзірге ұйымдастырушылар ғана көреді.
season-ask-name =
    🧬 <b>{ $title }: жаңа маусым</b>

    Сауалнама, келісім мәтіндері, ауысымдар, орын саны, квоталар, кесте мен еске салулар көшіріледі. Тіркелімдер мен адамдар көшірілмейді.

    Жаңа маусымды қалай атаймыз? Мысалы: { $example }
season-ask-day =
    🧬 <b>{ $season }</b>

    Жаңа маусымның бірінші күнін жазыңыз. Былтырғысы: { $day }. Былай жазыңыз: { $example }
season-plan =
    🧬 <b>{ $title }</b>

    📅 Өтетін күндері: { $days }
    📝 Тіркелу: { $opens } – { $closes }
season-plan-stream = 🏕 { $title }: { $days }, орын саны: { $capacity }
season-plan-foot = Тексеріңіз. Жасалған іс-шараны ашқанша оны ұйымдастырушылардан басқа ешкім көрмейді, күндерін кейін түзетуге болады.
season-plan-years = Туған күн шектері { $years } жылға жылжытылды.
button-season-create = ✅ Жасау
season-created = ✅ Жаңа маусым дайын: <b>{ $title }</b>. Қазір оны ұйымдастырушылар ғана көреді.
open-event-question = «{ $title }» тіркелуге ашылсын ба? Содан кейін іс-шараны бәрі көреді. Тіркелу мерзімі: { $opens } – { $closes }.
button-open-event-yes = 🚀 Иә, ашылсын
event-opened = 🚀 Іс-шара ашылды, енді оны бәрі көреді.
days-room =
    🗓 <b>{ $title }</b>

    Өзгерту үшін күнді басыңыз.
days-of-opens = Тіркелу басталады: { $day }
days-of-closes = Тіркелу аяқталады: { $day }
days-of-starts = { $title } басталады: { $day }
days-of-ends = { $title } аяқталады: { $day }
days-ask =
    🗓 <b>{ $what }</b>

    Жаңа күнді былай жазып жіберіңіз: { $example }
days-set = ✅ Сақталды. { $what }
button-days-undo = ↩️ Бұрынғы күнді қайтару
day-not-understood = ⚠️ Бұл күнді түсінбедім. Былай жазыңыз: 06.07.2028
day-order = ⚠️ Басталатын күн аяқталатын күннен кейін бола алмайды.
day-closes-late = ⚠️ Тіркелу соңғы ауысым басталғанға дейін аяқталуы керек.
day-sessions = ⚠️ Бұл ауысымның кестесінде осы күндерден тыс сабақ бар. Алдымен кестені өзгертіңіз.
day-same = ⚠️ Жаңа маусым басқа күннен басталуы керек.
error-season-name = ⚠️ Маусым атауын қысқа жазыңыз, онда латын әрпі не сан болсын. Мысалы: 2028
error-day = Мұндай күнді қоюға болмайды.
