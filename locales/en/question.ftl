button-ask-speakers = 🙋 Ask the speakers
questions-day =
    🙋 <b>Questions to the speakers</b>
    { $day } · { $title }

    Press a session: read what others ask, and ask a question of your own.
questions-day-none =
    🙋 <b>Questions to the speakers</b>
    { $day } · { $title }

    No session on this day takes questions.
questions-board =
    🙋 <b>Questions to the speaker</b>
    { $icon } { $title }
questions-board-none = Nobody has asked anything yet. Be the first!
question-own-new =
    ✍️ Your question: { $words }
    ⏳ The organizers read it first.
question-own-hidden =
    ✍️ Your question: { $words }

    🙈 The organizers decided not to show it. If it matters, press “Ask the camp” on your registration.
question-line = ❓ { $words } · 👥 { $people }
question-line-own = ❓ { $words } · 👥 { $people } · yours
question-answer = 💬 { $answer }
button-question-ask = ✍️ Ask a question
button-question-change = ✏️ Change the question
button-question-drop = ↩️ Take it back
button-question-too = 👍 Me too: { $words }
button-question-not = ✅ Not any more: { $words }
question-ask = ✍️ Write one question about “{ $title }”, up to 300 characters. The speaker reads it without your name; the answer is for everybody who wants to know.
notice-question-answered =
    💬 <b>A question was answered</b>
    { $title } · { $event }

    ❓ { $words }
    💬 { $answer }
notice-session-asked = 🙋 New questions about “{ $title }”. { $event }
button-moderate = 🙋 Questions to speakers
moderate =
    🙋 <b>Questions to the speakers</b>
    { $title }

    New: { $count }. 🆕 nobody has looked, 👁 participants and the speaker see it, 🙈 hidden, 💬 answered.
moderate-none =
    🙋 <b>Questions to the speakers</b>
    { $title }

    Nobody has asked anything yet. Participants ask from their timetable.
moderate-question =
    ❓ <b>{ $words }</b>

    Asked by: { $name }. People who want to know: { $people }. Only you, the organizers, see the name.
moderate-new = 🆕 Nobody but organizers sees it yet.
moderate-shown = 👁 The session’s participants and the speaker see it, without the name.
moderate-hidden = 🙈 Nobody but organizers sees it.
button-moderate-show = 👁 Show
button-moderate-hide = 🙈 Hide
button-moderate-answer = 💬 Answer
button-moderate-again = ✏️ Correct the answer
moderate-ask =
    💬 Write the answer, up to 1000 characters. Everybody in the session can read it; whoever asked or wants to know gets a message.

    ❓ { $words }
moderate-problem = Write between 1 and 1000 characters.
speaker-questions = 🙋 <b>What participants ask</b>
