error-faq-text = Отправьте, пожалуйста, одно текстовое сообщение: вопрос не длиннее 200 знаков, ответ — не длиннее 600.
button-faq-new = ➕ Новый ответ
button-faq-hide = 🙈 Скрыть
button-faq-show = 👁 Показать снова
faq-shelf =
    📖 <b>{ $title }: частые вопросы</b>

    👍 сколько раз помог · ⚠️ не хватает языка, семьи пока не видят · 🙈 скрыт
faq-leaf = 📖 Нажмите ❓, чтобы изменить вопрос, 💬 — чтобы изменить ответ.
faq-leaf-hidden = 🙈 Скрыт: семьи этот ответ не видят.
faq-leaf-texts =
    <b>{ $language }</b>
    ❓ { $question }
    💬 { $answer }
faq-ask-question = ❓ Напишите вопрос, язык: { $language } (не длиннее { $longest } знаков).
faq-ask-answer = 💬 Напишите ответ, язык: { $language } (не длиннее { $longest } знаков).
faq-ask-about = ❓ { $text }
faq-ask-now = Сейчас: { $text }
