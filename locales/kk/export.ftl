button-table = ⬇️ Тізім (XLSX)
button-table-csv = ⬇️ Осының CSV түрі
button-table-yes = ⬇️ Иә, маған XLSX керек
button-table-csv-yes = ⬇️ Иә, маған CSV керек
button-table-no = 🗂 Жоқ, үстелге қайту
table-making = ⏳ Кесте дайындалып жатыр…
table-none = Әзірге тіркелім жоқ.
table-question =
    ⚠️ <b>{ $title }</b>
    Кестедегі тіркелімдер: <b>{ $rows }</b>

    Файлда жеке деректер бар, оның ішінде балалардікі де. Файлды алған адам ол үшін жауап береді: басқа ешкім аша алмайтын жерде сақтаңыз, ешкімге жібермеңіз, жұмыс біткен соң бірден жойыңыз. Кестені кім, қашан алғаны журналда қалады.

    Мұндай үлкен кестені екі адам шешеді: алдымен басқа ұйымдастырушы келісуі керек. Сізге ол керек пе?
table-caption =
    📄 <b>{ $title }</b>
    Жол саны: <b>{ $rows }</b>

    ⚠️ Файлда жеке деректер бар: ешкімге жібермеңіз, жұмыс біткен соң жойыңыз. Жеке құжат пен денсаулық туралы жауаптар жасырылған.

    🕓 24 сағаттан кейін бұл хабарды чаттан алып тастаймын.
table-mark = Кім алды: { $name }, { $moment }. Жеке деректер: ешкімге жіберуге болмайды.
table-sheet = Тіркелімдер
table-hidden = 🔒 жасырын
table-column-number = №
table-column-status = Күйі
table-column-stream = Ауысым
table-column-name = Аты-жөні
table-column-born = Туған күні
table-column-unit = Өңірі мен мектебі
table-column-squad = Жасақ
table-column-consent = Ата-анасының келісімі
table-column-phone = Телефон
table-column-submitted = Жіберілген уақыты
table-consent-unneeded = қажет емес
table-consent-waiting = жауап әлі жоқ
table-consent-given = берілді
table-consent-refused = келіспеді
