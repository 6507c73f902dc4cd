command-mydata = Мен туралы не сақтаулы
button-mydata = 🔐 Менің деректерім
data = <b>🔐 Сіз туралы не сақталған</b>
data-line = • { $name }: <b>{ $value }</b>
data-of = { $name }:
data-messages-count = сізге — { $sent }, сізден — { $received }
data-fact-telegram = Telegram
data-fact-language = Тілі
data-fact-phone = Телефоны
data-fact-since = Алғаш келген күні
data-fact-registrations = Тіркелімдер
data-fact-drafts = Жіберілмеген сауалнамалар
data-fact-children = Балалар
data-fact-answers = Жауаптар
data-fact-consents = Келісім туралы шешімдеріңіз
data-fact-messages = Хабарламалар
data-foot = Хабарламаларыңыздың сөздері өңделген бойда жойылады. Сақталғанның бәрінің көшірмесін алуға және бәрін жойғызуға болады.
button-export = 📦 Көшірмесін алу
export-json = 📦 Сақталғанның бәрі — бағдарламаларға арналған деректер
export-pdf = 📄 Дәл соның өзі — оқуға және басып шығаруға
button-forget = 🗑 Деректерімді жою…
button-forget-me = 👤 Өзімнің деректерім
forget-whom = <b>🗑 Кімнің деректерін жоямыз?</b>
forget-self = <b>🗑 Деректеріңізді жою</b>
forget-child = <b>🗑 Балаңыздың деректерін жою: { $name }</b>
forget-active = • { $title }: орын босап, кезекте тұрған келесі адамға беріледі.
forget-waiting = • { $title }: кезектегі орын жойылады.
forget-ended = • { $title }: тіркелім жабылған, одан қалғанның бәрі жойылады.
forget-erased = <b>Біржола жойылады:</b> аты-жөндер, телефондар, туған күндер, барлық жауап, барлық хабарламаның сөздері, ата-ана мен баланың байланысы.
forget-children = Сізбен байланысы үзілетін балалар саны: { $children }. Берген келісімдеріңіз күшінде қалады.
forget-others = Басқалар үшін жасаған тіркелімдеріңіз: { $registrations }. Олар сақталады.
forget-stays = <b>Не қалады:</b> кім, қашан және неге келісім бергені — заң талап еткендіктен, атсыз, тек нөмірлермен; және деректердің жойылғаны туралы жазба.
button-forget-go-on = 🗑 Жалғастыру
button-forget-no = ✅ Бәрі сол күйі қалсын
forget-again-self = ⚠️ <b>Соңғы сұрақ.</b> Жойылған деректі ешкім, тіпті ұйымдастырушылар да қайтара алмайды. Деректеріңізді біржола жоямыз ба?
forget-again-child = ⚠️ <b>Соңғы сұрақ.</b> Жойылған деректі ешкім, тіпті ұйымдастырушылар да қайтара алмайды. Мына баланың деректерін біржола жоямыз ба: { $name }?
button-forget-yes = 🗑 Иә, біржола жойылсын
forget-done-self =
    ✅ <b>Деректеріңіз жойылды.</b>

    Жою нөмірі: <code>{ $proof }</code>
    Оны сақтап қойыңыз: деректердің жойылғанын және қашан жойылғанын осы нөмірмен дәлелдеуге болады. Онда жеке ештеңе жоқ.

    Бұл жерден енді хабарлама келмейді. Чатты өшіруге болады. Қайта бастау үшін: /start
forget-done-child =
    ✅ <b>Баланың деректері жойылды.</b>

    Жою нөмірі: <code>{ $proof }</code>
    Оны сақтап қойыңыз: деректердің жойылғанын және қашан жойылғанын осы нөмірмен дәлелдеуге болады. Онда жеке ештеңе жоқ.
error-staff-cannot-forget = Сіз командадасыз. Алдымен иесінен сізді командадан шығаруын сұраңыз: команданың адамдар деректерімен не істегені туралы жазбада сіз барсыз.
notice-data-erased = Отбасыңыздағы «{ $event }» іс-шарасына тіркелім отбасының өтінішімен тоқтатылды, деректері жойылды. Орын босатылды.
dossier-kind = Тіркелім № { $number }
dossier-account = Аккаунт туралы не сақталған
dossier-draft = Жіберілмеген сауалнама
dossier-foot = Чатта жасалды: { $moment }
dossier-participant = Қатысушы
dossier-born = Туған күні
dossier-phone = Телефоны
dossier-stream = Ауысым
dossier-days = Күндері
dossier-place = Өтетін жері
dossier-status = Күйі
dossier-reason = Себебі
dossier-submitted = Жіберілген уақыты
dossier-changed = Соңғы өзгеріс
dossier-status-awaiting-guardian = ата-ананың келісімін күтуде
dossier-status-pending = ұйымдастырушылар қарап жатыр
dossier-status-returned = түзетуге қайтарылды
dossier-status-confirmed = расталды
dossier-status-waitlisted = күту тізімінде
dossier-status-declined = қабылданбады
dossier-status-refused = ата-ана келісім бермеді
dossier-status-cancelled = бас тартылды
dossier-consents = Келісімдер
dossier-consent = Мәтіні
dossier-decision = Шешім
dossier-decided = Қашан және қалай
dossier-by = Кім
dossier-consent-version = { $title }, нұсқасы: { $version }
dossier-given = берілді
dossier-refused = бас тартты
dossier-withdrawn = қайтарып алынды
dossier-how = { $route }, { $language }
dossier-route-chat = чатта
dossier-route-paper = қағазда
dossier-route-phone = телефонмен
