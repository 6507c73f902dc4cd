error-two-adults = Children’s questions are answered when at least two adults of the camp see them. Right now there are not two. Please ask your parent to write here: the answer comes the same way.
error-thread-text = Please send a text, a photo or a document. A text may have at most 900 characters; voice messages and videos cannot be passed on.
error-thread-full = Your messages have arrived, thank you. Please wait for the answer first.
button-ask-camp = ✍️ Ask the camp
button-ask-rooms = 💬 My questions
button-ask-about = ✍️ { $title }
button-ask-people = 🙋 Ask people
button-faq = 📖 Frequent questions
button-faq-helped = ✅ This helped
button-faq-edit = 📖 Frequent questions: edit
button-urgent = 🚨 It is urgent
button-thread-solved = ✅ It is answered
button-flag = 🚩 This is not okay
button-thread = 💬 Open the conversation
button-thread-reply = ↩️ Reply
button-thread-again = ↩️ I still have a question
button-thread-open = 👁 Open
button-thread-claim = 🙋 I’ll take it
button-thread-take = 🙋 Take it over
button-thread-answer = ✍️ Answer
button-thread-hand = 🤝 Hand over
button-thread-close = ✅ Close
button-thread-registration = 👤 The registration
button-thread-files = 📎 Files
button-questions = 💬 Questions: { $count }
button-questions-none = 💬 Questions
ask-rooms =
    💬 <b>My questions</b>

    Open a conversation, or choose what you want to ask about.
ask-rooms-none =
    ✍️ <b>Ask the camp</b>

    What is your question about?
ask-how =
    ✍️ <b>{ $title }</b>

    Write your question in one message; a photo or a document may come with it. People of the team will answer here, in this chat.
ask-guardians-read = 👪 Your parents and at least two adults of the camp will see this conversation too.
ask-two-read = 👥 At least two adults of the camp will see this conversation, and your parents too once they are linked.
ask-found = 📖 <b>Perhaps this helps:</b>
faq-entry =
    <b>{ $question }</b>
    { $answer }
faq-head = 📖 <b>{ $title }: frequent questions</b>
faq-none = There are no ready answers yet. Ask people: they will be glad to answer.
faq-glad = 👌 Glad it helped!
thread-head = 💬 <b>{ $title }</b>
thread-line-own =
    👤 <b>You</b> · { $time }
    { $text }
thread-line-child =
    👤 <b>Child</b> · { $time }
    { $text }
thread-line-camp =
    🏕 <b>{ $programme }, organizer</b> · { $time }
    { $text }
thread-photo = 📷 photo
thread-document = 📎 document
thread-waits = ⏳ The team has your question. You can add to it right here.
thread-waits-urgent = 🚨 The whole team has been told that it is urgent. If somebody is in danger, call 112.
thread-answered = 💬 To go on, just write here.
thread-closed = ✅ Closed. How well were you helped? To ask again, just write here.
thread-closed-rated = ✅ Closed. Your rating: { $rating } of 5. To ask again, just write here.
thread-reads-along = 👁 You are reading along: this is your child’s conversation with the camp.
thread-rated = Thank you for the rating!
thread-flag-told = 🚩 Thank you for telling us. Those in charge have been notified and will look into it.
threads-head =
    💬 <b>{ $title }: questions</b>

    🆕 nobody has taken it · ⏳ waits for an answer · 💬 answered
threads-none =
    💬 <b>{ $title }: questions</b>

    Nobody is waiting for an answer. 👌
case-thread-head =
    💬 <b>{ $name }</b>
    { $title }
case-thread-urgent = 🚨 Marked as urgent
case-thread-child = 🧒 A child is asking. Parents reading along: { $count }
case-thread-nobody = 🆕 Nobody has taken it yet
case-thread-mine = 🙋 You are answering
case-thread-owner = 🙋 Answering: { $name }
case-thread-closed = ✅ Closed
case-thread-rated = ✅ Closed, rated { $rating } of 5
case-thread-line =
    { $icon } <b>{ $by }</b> · { $time }
    { $text }
thread-hand-to = 🤝 Who should take it?
thread-hand-nobody = There is nobody else here yet. Invite a colleague on the event’s “More” page.
thread-answer-how = ✍️ Write the answer, or send a photo or a document with a caption. The family sees the programme’s name, not your contact.
notice-thread-asked =
    💬 <b>New question</b>
    { $name } · { $event }

    { $text }
notice-thread-more =
    💬 <b>{ $name }</b> · { $event }

    { $text }
notice-thread-child = 🧒 A child is asking; parents who are linked read along.
notice-thread-overheard =
    👪 <b>{ $name }</b> asks the camp · { $event }

    { $text }
notice-thread-answered =
    🏕 <b>{ $programme }, organizer:</b>

    { $text }
notice-thread-answered-child =
    🏕 <b>{ $programme }, organizer</b> → { $name }

    { $text }
notice-thread-closed = ✅ Your question is closed · { $event }. How well were you helped?
notice-thread-unclaimed = ⏰ <b>Nobody has taken a question yet</b>: { $name } · { $event }. Waiting: { $minutes } min.
notice-thread-unanswered = ⏰ <b>A question has no answer yet</b>: { $name } · { $event }. Waiting: { $minutes } min.
notice-thread-urgent = 🚨 <b>Urgent</b>: { $name } · { $event }
notice-thread-handed = 🤝 { $by } has handed a question to you: { $name } · { $event }
notice-thread-taken = 🤝 { $by } has taken over your question: { $name } · { $event }
notice-thread-flagged = 🚩 <b>Somebody reported a conversation</b>: { $name } · { $event }. Please look at it.
