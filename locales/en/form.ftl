question-head =
    { $title } · { $section }
    { $position }/{ $total }
answer-now = Your answer now: <b>{ $answer }</b>
answer-missing = —
how-name = ✍️ The surname first, then the first name.
how-birth-date = 👇 Choose, or type it like this: 17.05.2012
how-unit = 👇 Choose from the list or type a part of the name.
how-several-of = 👇 Mark several and press “Done”.
how-file = 📎 A photo, or a PDF of at most 20 MB. Please never send an ID card, a passport or a birth certificate: copies of such papers are not asked for here.
how-phone = 📱 Press the button below or type the number.
how-long-text = ✍️ Send it as a message.
button-skip = Skip ➡
button-onward = Next ➡
button-cancel-draft = ✖️ Cancel
button-cancel-draft-yes = Yes, discard my answers
button-keep-draft = No, go on
button-submit = ✅ Submit
button-edit = ✏️ Change an answer
button-share-phone = 📱 Share my number
phone-press-below = 👇 The button that shares the number is here.
phone-done = 👍 Good, let’s continue.
review-head =
    <b>{ $title }</b>
    Please check the answers:
review-foot = Is everything right? Then press “Submit”.
review-missing = Some questions have no answer yet.
edit-which = Which answer shall we change?
cancel-draft-question = Cancel the form “{ $title }”? Your answers will not be sent.
draft-cancelled = The form is cancelled and nothing was sent. If you change your mind, you can start again.
form-agree = ✅ I agree
form-agreed = agreed
form-disagree = I do not agree
form-back-to-list = ⬅ Back to the list
form-document = a document
form-photo = a photo
form-done = Done ({ $count })
form-level-back = ⬅ One level up
form-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
form-more = More ➡ { $page }/{ $pages }
form-previous = ⬅ { $page }/{ $pages }
form-no = No
form-yes = Yes
form-not-listed = 🔎 Not in the list
form-nothing-chosen = nothing chosen
form-skipped = —
form-stream = { $title }, { $days }
form-stream-places = { $title }, { $days } · places: { $places }
form-stream-waitlist = { $title }, { $days } · waitlist
form-unit-inside = { $title } ({ $inside })
form-unknown = unknown
form-write-title = ✍️ Type the name
form-known = ✓ <b>Same as last time.</b> Already filled in: { $count }. You will see them all before sending, and can change any.
