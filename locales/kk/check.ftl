# For a native reader to check: «көз жүгіртіңіз» for having a look at what seems unusual.
button-checks = ⚠️ Тексеру керек: { $count }
button-checks-none = ⚠️ Тексеретіні жоқ
button-checks-list = ⚠️ Тізімге
button-check-fine = 👌 Бәрі дұрыс
checks-head =
    ⚠️ <b>{ $title }</b>

    Әдеттен тыс көрінетін тіркелім саны: <b>{ $count }</b>. Ешкімге бас тартылған жоқ, тек көз жүгіртіңіз.
checks-none =
    ⚠️ <b>{ $title }</b>

    Әдеттен тыс ештеңе көрінбейді.
check-line =
    <b>{ $name }</b>
    { $reasons }
check-settled = 👌 Есте сақтадым: бәрі дұрыс. Бұл туралы қайта айтпаймын.
doubt-age-grade = жасы сыныбына сай емес
doubt-consent-late = басталуына аз қалды, ал ата-ананың келісімі жоқ
doubt-name-trial = сауалнаманы байқап көргенге ұқсайды
doubt-name-digits = аты-жөнінде цифр бар
doubt-name-signs = аты-жөнінде белгі немесе эмодзи бар
doubt-name-mashed = кездейсоқ әріптерге ұқсайды
doubt-name-scripts = бір сөзде латын мен кирилл әріптері аралас
doubt-name-capitals = аты-жөні тек бас әріппен жазылған
doubt-name-one-word = аты-жөні бір-ақ сөз
doubt-phone-shared = бұл телефонды бірнеше отбасы көрсеткен
doubt-many-children = осы аккаунттан тым көп бала тіркелген
history-doubt-settle = тексерілді: бәрі дұрыс
history-doubt-unsettle = «бәрі дұрыс» белгісі алынды
case-doubts = ⚠️ Тексеріп көріңіз: { $reasons }
