button-polls = 📊 Polls
button-polls-all = 📊 All polls
button-poll-new = ➕ New poll
button-poll-options = ☑️ Options: { $number }
button-poll-many-1 = ☑️ Allow several
button-poll-many-0 = 🔘 Only one answer
button-poll-named-1 = 👤 With names
button-poll-named-0 = 🔒 Anonymous
button-poll-ends = ⏱ When it ends
button-poll-days-0 = 🌙 Today, 21:00
button-poll-days-1 = 🌙 Tomorrow, 21:00
button-poll-days-3 = 🌙 In 3 days, 21:00
button-poll-days-7 = 🌙 In a week, 21:00
button-poll-by-hand = ✋ I close it myself
button-poll-results = 📊 Answers
button-poll-picture = 🖼 Picture
button-poll-parts = 🗺 By region
button-poll-voters = 👤 Who chose what
button-poll-close = 🔒 Close the poll
button-poll-close-yes = 🔒 Yes, close it
button-poll-reopen = 🔓 Open it again
button-poll-publish = 📣 Tell the results
button-poll-publish-yes = 📣 Send: { $number }
polls =
    <b>📊 Polls</b>
    { $title }

    Open one, or ask something new.
polls-none =
    <b>📊 Polls</b>
    { $title }

    Nothing has been asked yet. A poll goes to whom you choose, in each one’s language; one person has one vote.
poll-empty = empty draft
poll-draft = <b>📊 Poll: draft</b>
poll-ask-kk = ✍️ <b>Type the question in Kazakh.</b> The options come next.
poll-ask-ru = ✍️ <b>Type the question in Russian.</b> The options come next.
poll-ask-en = ✍️ <b>Type the question in English.</b> The options come next.
poll-ask-options-kk = ☑️ <b>Type the options in Kazakh,</b> one per line.
poll-ask-options-ru = ☑️ <b>Type the options in Russian,</b> one per line.
poll-ask-options-en = ☑️ <b>Type the options in English,</b> one per line.
poll-options-how = From { $fewest } to { $most }, each at most { $longest } characters: they become buttons.
poll-options-other =
    Keep the same order. There are { $number ->
        [one] { $number } option
       *[other] { $number } options
    } already:
poll-option-line = ▫️ { $option }
poll-no-options = ⚠️ <b>No options yet.</b>
poll-lacks-kk = ⚠️ <b>No options in Kazakh,</b> though the question is there.
poll-lacks-ru = ⚠️ <b>No options in Russian,</b> though the question is there.
poll-lacks-en = ⚠️ <b>No options in English,</b> though the question is there.
poll-is-single = 🔘 One answer each
poll-is-many = ☑️ Several answers each
poll-is-anonymous = 🔒 Anonymous: you see only figures, and none below 5 answers
poll-is-named = 👤 With names: you see who chose what, and everybody is told so
poll-ends-by-hand = ✋ Open until you close it
poll-ends-at = ⏱ Ends: { $moment }
poll-closed-at = 🔒 Closed: { $moment }
poll-ask-time = ⏱ <b>When does the poll end?</b> Choose, or type a day and time, for example <code>12.07.2027 18:00</code>. Local time: { $zone }.
poll-problem-count = ⚠️ There must be from 2 to 10 options, one per line. Please send them again.
poll-problem-long = ⚠️ One of the options is longer than 60 characters and would not fit on a button. Please shorten it and send all of them again.
poll-problem-twice = ⚠️ Two of the options are the same. Please change one and send them all again.
poll-problem-number =
    ⚠️ In the other language there { $number ->
        [one] is { $number } option
       *[other] are { $number } options
    }. Please send as many, in the same order.
poll-problem-time = ⚠️ I could not read this time. Please type it like this: 12.07.2027 18:00
poll-problem-past = ⚠️ That time is over, or more than a year away. Please choose another.
plan-problem-poll = ⚠️ The poll would end before it goes out. Choose an earlier time here, or a later end of the poll.
poll-note-anonymous = 🔒 Anonymous. You can change your answer.
poll-note-named = 👤 The organizers see your answer. You can change it.
poll-note-many = ☑️ Choose one or several.
vote-kept = ✅ Your answer: { $options }
vote-taken-back = ↩️ Your answer is taken back.
vote-try = People answer with these buttons. Here they do nothing.
poll-results =
    <b>📊 Poll</b>
    { $question }
poll-people = 🗳 Answered: <b>{ $people }</b>
poll-too-few = 🔒 Figures appear from 5 answers on, so that nobody can be recognized.
poll-figure =
    { $option }
    { $bar } <b>{ $count }</b> · { $percent }%
poll-asked = 👥 Asked: { $recipients } · received: { $sent } · out of reach: { $unreachable }
poll-published-at = 📣 The results were told: { $moment }
poll-close-question = Close the poll? Answered so far: <b>{ $people }</b>. You can open it again until you tell the results.
poll-parts = <b>🗺 Answers by region</b>
poll-part = <b>{ $title }</b>: { $people }
poll-part-figure = ▫️ { $option }: { $count } · { $percent }%
poll-parts-rest = 🔒 Other regions together: { $people }. Below 5 answers a region is not shown.
poll-parts-none = Nobody who answered has a region.
poll-voters = <b>👤 { $option }</b>: { $count }
poll-voter = • { $name }
poll-voter-guardian = • { $name } (parent)
poll-voters-none = Nobody.
poll-picture-foot = Answered: { $people } · { $moment }
poll-picture = 📊 Answered: { $people }
poll-publish-question = 📣 This is how people get the results, each in their language. Send them to everybody who was asked (<b>{ $number }</b>)? After that the poll cannot be opened again.
poll-published = 📣 The results are on their way: { $number }
notice-poll-results =
    📊 <b>The results of the poll</b>
    { $question }

    Answered: { $people }. Thank you!
notice-poll-closed = 🔒 <b>Your poll has ended.</b> Answered: { $people }.
error-poll-closed = 🔒 This poll is closed, answers cannot be changed any more. Thank you!
error-poll-options = Please check what you typed and send it again.
