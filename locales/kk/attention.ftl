# For a native reader to check: «кешкі жинақ» for the evening digest; «өткізіп алғаным» for what one missed.
attention = 🔔 <b>Сізге не, қашан келеді</b>
attention-is-everything = Қазір: бәрі бірден келеді.
attention-is-evening = Қазір: күте тұруға болатын хабарлардың бәрі бір хабарламамен келеді, уақыты: { $hour }. Шұғыл хабарлар мен сізге жазылған жауаптар бірден келеді.
attention-is-urgent = Қазір: шұғыл хабарлар мен сізге жазылған жауаптар ғана келеді. Қалғанын кейін «Өткізіп алғаным» тізімінен оқи аласыз.
button-attention = 🔔 Хабарлар
button-attention-everything = 📬 Бәрі бірден
button-attention-evening = 🌙 Кешкі жинақ
button-attention-urgent = 🚨 Тек шұғылы
button-missed = 📥 Өткізіп алғаным ({ $number })
button-missed-list = ⬅ Өткізіп алғаным
missed =
    📥 <b>Өткізіп алған хабарларыңыз: { $number }</b>

    Оқу үшін бірін басыңыз.
missed-none = 📥 Өткізіп алған хабарыңыз жоқ. Бірден келмейтін хабарлар осында жиналады.
digest = 🌙 <b>Кешкі жинақ</b>: { $number ->
        [one] { $number } хабар
       *[other] { $number } хабар
    }. Ашу үшін төмендегі нөмірін басыңыз.
digest-more = … тағы { $number } хабар бар, төмендегі нөмірін басып ашыңыз.
command-notices = Маған не, қашан келеді
digest-emptied = 🌙 Бұл жинақта тұрғанын ұйымдастырушылар өшірді.
