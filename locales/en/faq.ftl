error-faq-text = Please send one text message: a question of at most 200 characters, an answer of at most 600.
button-faq-new = ➕ New answer
button-faq-hide = 🙈 Hide
button-faq-show = 👁 Show again
faq-shelf =
    📖 <b>{ $title }: frequent questions</b>

    👍 how often it helped · ⚠️ a language is missing, families do not see it yet · 🙈 hidden
faq-leaf = 📖 Press ❓ to change the question, 💬 to change the answer.
faq-leaf-hidden = 🙈 Hidden: families do not see this answer.
faq-leaf-texts =
    <b>{ $language }</b>
    ❓ { $question }
    💬 { $answer }
faq-ask-question = ❓ Write the question, { $language } (at most { $longest } characters).
faq-ask-answer = 💬 Write the answer, { $language } (at most { $longest } characters).
faq-ask-about = ❓ { $text }
faq-ask-now = Now it says: { $text }
