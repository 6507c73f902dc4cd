button-reminders = ⏰ Reminders
button-rule-on = 🔔 Turn on
button-rule-off = 🔕 Turn off
button-rule-add = ➕ { $name }
rules-head =
    ⏰ <b>{ $title }: reminders</b>

    Press one to change its time or turn it off.
rule-evening-before = Tomorrow’s programme
rule-before-session = A session begins soon
rule-departure-day = Departure day
rule-consent-missing = Consent is missing
rule-offer-lapsing = An offered place is about to lapse
rule-to-participants = participants
rule-to-guardians = parents
rule-to-guardians-pending = parents who have not answered
rule-to-family = the family
rule-at = at { $at }
rule-before = { $minutes } min before
rule-minutes = { $minutes } min
rule-next = Next: { $moment }
rule-next-none = Nothing is due at the moment.
rule-is-off = Turned off.
rule-line =
    <b>{ $name }</b>
    To: { $to } ({ $people }) · { $when }
    { $then }
rule-ask-hour = At what hour?
rule-ask-minutes = How long before?
rule-document-missing = A document is missing
rule-packing = Pack your things
rule-pickup-day = Pick-up day
rule-days = { $days } d before
rule-days-before = { $days ->
        [one] 1 day
       *[other] { $days } days
    } before the start, at { $at }
button-rule-words = ✏️ Own words
words-head =
    ✏️ <b>{ $name }: your own words</b>

    They stand instead of the usual ones, or above what the bot adds by itself (time, place). ✍️ writes, 👁 shows how a family will read it.
words-none = Now it says the usual words.
words-ask = Please type the words in this language, at most { $longest } characters: <b>{ $language }</b>
words-unsaved = ⚠️ Not saved yet. Look at it in every language, then save.
button-words-save = ✅ Save
button-words-usual = ↩️ The usual words again
words-saved = Saved. Families will read these words.
words-usual = The usual words again.
error-reminder-text = Please send one text message of at most 600 characters.
rule-opinion = How it was
button-opinions = ⭐ What families said
opinion-head = ⭐ <b>{ $event }</b>
opinion-stars = How was it?
opinion-again = Would you come again?
button-again-yes = 👍 Yes
button-again-maybe = 🤔 Perhaps
button-again-no = 👎 No
opinion-line = Thank you! If you like, write a line here, up to { $longest } characters: what was best, what should change? The organizers read it without your name.
opinion-thanks = Thank you, we have got it. It helps us do better.
opinions-head = ⭐ <b>{ $event }: what families said</b>
opinions-none = Nobody has answered yet. The question goes out the day after the last one.
opinions-total = Answered: { $number }, average: <b>{ $average }</b>
opinions-again = Would come again: 👍 { $yes } · 🤔 { $maybe } · 👎 { $no }
