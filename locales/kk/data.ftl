command-mydata = Мен туралы не сақталған
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
data-foot = Жазған хабарламаларыңыздың мәтіні өңделген бойда жойылады. Сақталған деректің көшірмесін алуға да, бәрін жоюға да болады.
button-export = 📦 Көшірмесін алу
export-json = 📦 Сақталғанның бәрі: компьютер оқитын файл
export-pdf = 📄 Дәл соның өзі: оқуға, басып шығаруға ыңғайлы
button-forget = 🗑 Деректерімді жою…
button-forget-me = 👤 Өзімнің деректерім
forget-whom = <b>🗑 Кімнің деректерін жоямыз?</b>
forget-self = <b>🗑 Деректеріңізді жою</b>
forget-child = <b>🗑 Балаңыздың деректерін жою: { $name }</b>
forget-active = • { $title }: орын босап, күту тізіміндегі келесі адамға беріледі.
forget-waiting = • { $title }: күту тізіміндегі орын жойылады.
forget-ended = • { $title }: тіркелім жабылған, одан қалғанның бәрі жойылады.
forget-erased = <b>Біржола жойылады:</b> аты-жөні, телефоны, туған күні, барлық жауабы, барлық хабарламаның мәтіні, ата-ана мен баланың байланысы.
forget-children = Сізбен байланысы үзілетін балалар саны: { $children }. Берген келісімдеріңіз күшінде қалады.
forget-others = Басқалар үшін жасаған тіркелімдеріңіз: { $registrations }. Олар сақталады.
# For a native reader to check: «атсыз, тек нөмірмен» for a record with numbers instead of names.
forget-stays = <b>Не қалады:</b> кім, қашан және неге келісім бергені (заң талап еткендіктен, атсыз, тек нөмірмен) және деректердің жойылғаны туралы жазба.
button-forget-go-on = 🗑 Жалғастыру
button-forget-no = ✅ Бәрі сол күйі қалсын
forget-again-self = ⚠️ <b>Соңғы сұрақ.</b> Жойылған деректі ешкім, тіпті ұйымдастырушылар да қайтара алмайды. Деректеріңізді біржола жоямыз ба?
forget-again-child = ⚠️ <b>Соңғы сұрақ.</b> Жойылған деректі ешкім, тіпті ұйымдастырушылар да қайтара алмайды. Мына баланың деректерін біржола жоямыз ба: { $name }?
button-forget-yes = 🗑 Иә, біржола жойылсын
forget-done-self =
    ✅ <b>Деректеріңіз жойылды.</b>

    Жою нөмірі: <code>{ $proof }</code>
    Оны сақтап қойыңыз: деректердің жойылғанын және қашан жойылғанын осы нөмірмен дәлелдеуге болады. Онда жеке дерек жоқ.

    Бұл жерден енді хабарлама келмейді. Чатты өшіруге болады. Қайта бастау үшін: /start
forget-done-child =
    ✅ <b>Баланың деректері жойылды.</b>

    Жою нөмірі: <code>{ $proof }</code>
    Оны сақтап қойыңыз: деректердің жойылғанын және қашан жойылғанын осы нөмірмен дәлелдеуге болады. Онда жеке дерек жоқ.
# For a native reader to check: the whole sentence; an organizer's own data stay while the record of the organizers' deeds names them.
error-staff-cannot-forget = Сіз ұйымдастырушылар қатарындасыз. Алдымен иесінен сізді осы қатардан шығаруын сұраңыз: адамдардың деректерімен кім не істегені жазылған тарихта сіз де барсыз.
notice-data-erased = «{ $event }» іс-шарасына жасалған тіркелім отбасыңыздың өтінішімен тоқтатылып, деректері жойылды. Орын босады.
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
dossier-status-awaiting-guardian = ата-ананың келісімін күтіп тұр
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
dossier-by = Кім шешті
dossier-consent-version = { $title }, нұсқасы: { $version }
dossier-given = берілді
dossier-refused = бас тартылды
dossier-withdrawn = қайтарып алынды
dossier-how = { $route }, { $language }
dossier-route-chat = чатта
dossier-route-paper = қағазда
dossier-route-phone = телефонмен
