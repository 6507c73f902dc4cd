# Feedback of participants.
button-feedback = ⭐ Rate the sessions
feedback-asked =
    ⭐ <b>How was the day?</b>
    { $day } · { $event }

    Rate the sessions you were in, from 1 to 5. Neither the speaker nor the organizers will see who said what.
feedback-day =
    ⭐ <b>Your ratings</b>
    { $day } · { $title }
feedback-thanks = Thank you! You can change it until the day after the event.
feedback-none = There is nothing to rate now: a session can be rated once it is over.
feedback-ask-stars = How was it? From 1 to 5.
feedback-ask-tag = Thank you! Which word fits best?
feedback-own-words = ✍️ { $words }
feedback-ask-words = ✍️ Write a line about “{ $title }”, up to 300 characters. The organizers read it without your name.
feedback-tag-interesting = 💡 interesting
feedback-tag-useful = 🛠 useful
feedback-tag-friendly = 🤝 friendly
feedback-tag-boring = 😴 boring
feedback-tag-hard = 🧩 hard
feedback-tag-long = ⏳ too long
button-feedback-write = ✍️ Write a line
button-feedback-day = ⬅ Other sessions of the day
error-feedback-text = Write between 1 and 300 characters.
rule-feedback = How was the day
button-survey = ⭐ Ratings
survey =
    ⭐ <b>What participants think</b>
    { $title }

    Answers: { $count }. Press a session to see more.
survey-none =
    ⭐ <b>What participants think</b>
    { $title }

    No session is over yet. Participants are asked every evening if the reminder “How was the day” is on.
survey-nobody = Nobody has answered yet.
survey-mean = ★ <b>{ $mean }</b> · answers: { $count }
survey-words = 💬 <b>They wrote</b>
survey-line = — { $words }
survey-stars = Rating { $stars }
survey-tag-interesting = interesting
survey-tag-useful = useful
survey-tag-friendly = friendly
survey-tag-boring = boring
survey-tag-hard = hard
survey-tag-long = too long
button-survey-picture = 📊 As a picture
button-survey-table = 📄 As a table (XLSX)
survey-table = ⭐ Ratings of the sessions. There are no names in it.
survey-sheet = Ratings
survey-column-day = Day
survey-column-time = Time
survey-column-title = Session
survey-column-speaker = Speaker
survey-column-number = Answers
survey-column-average = Average
survey-column-words = What they wrote
speaker-figures = ⭐ <b>What participants think</b>
error-asked-already = One question for each session. Yours has been looked at and cannot be changed any more.
error-question-text = Write between 1 and 300 characters, in one line.
