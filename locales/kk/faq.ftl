error-faq-text = Бір мәтіндік хабарлама жіберіңізші: сұрақ 200 таңбадан, жауап 600 таңбадан аспасын.
button-faq-new = ➕ Жаңа жауап
button-faq-hide = 🙈 Жасыру
button-faq-show = 👁 Қайта көрсету
faq-shelf =
    📖 <b>{ $title }: жиі қойылатын сұрақтар</b>

    👍 неше рет көмектесті · ⚠️ бір тілі жетпейді, отбасылар әлі көрмейді · 🙈 жасырылған
faq-leaf = 📖 Сұрақты өзгерту үшін ❓, жауапты өзгерту үшін 💬 түймесін басыңыз.
faq-leaf-hidden = 🙈 Жасырылған: отбасылар бұл жауапты көрмейді.
faq-leaf-texts =
    <b>{ $language }</b>
    ❓ { $question }
    💬 { $answer }
faq-ask-question = ❓ Сұрақты жазыңыз, тілі: { $language } ({ $longest } таңбадан аспасын).
faq-ask-answer = 💬 Жауапты жазыңыз, тілі: { $language } ({ $longest } таңбадан аспасын).
faq-ask-about = ❓ { $text }
faq-ask-now = Қазіргі мәтін: { $text }
