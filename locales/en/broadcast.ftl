button-broadcasts = 📣 All announcements
button-broadcast-new = ➕ New announcement
button-newer = ⬅ Newer
button-older = Older ➡
button-skip-language = Skip this language
button-broadcast-draft = 📝 Back to the draft
button-broadcast-event = 🏕 Event
button-broadcast-stream = 📅 Stream
button-broadcast-status = 📋 Status
button-broadcast-role = 👥 Who
button-broadcast-language = 🌐 Language
button-broadcast-done = ✅ Done
button-broadcast-bare = 🖼 Remove what is attached
button-broadcast-check = 👁 Check and send
button-broadcast-look = 👁 { $language }
button-broadcast-send = 📣 Send: { $number }
button-broadcast-marked = 📣 Send with a mark: { $number }
button-broadcast-undo = ↩️ Undo
button-broadcast-stop = ⛔ Stop
button-broadcast-refresh = 🔄 Refresh
button-broadcast-retry = 🔁 Send the failed again: { $number }
button-broadcast-drop = 🗑 Delete the draft
button-broadcast-drop-yes = 🗑 Yes, delete it
broadcasts =
    <b>📣 Announcements</b>
    { $programme }

    Open one, or write a new one.
broadcasts-none =
    <b>📣 Announcements</b>
    { $programme }

    Nothing has been announced yet.
broadcast-line-composing = 📝 { $start }
broadcast-line-scheduled = ⏱ { $moment } · { $start }
broadcast-line-sending = 📤 { $sent }/{ $recipients } · { $start }
broadcast-line-stopped = ⛔ { $sent }/{ $recipients } · { $start }
broadcast-line-sent = ✅ { $sent }/{ $recipients } · { $start }
broadcast-start = “{ $text }”
broadcast-empty = empty draft
broadcast-ask-kk = ✍️ <b>Type the announcement in Kazakh.</b>
broadcast-ask-ru = ✍️ <b>Type the announcement in Russian.</b>
broadcast-ask-en = ✍️ <b>Type the announcement in English.</b>
broadcast-how =
    Bold, links and other formatting are kept. You may also send a document or up to 10 photos with the text as the caption; they go with every language. At most { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }.
broadcast-now = The text now:
broadcast-text-needed = ⚠️ Please send a text, photos or a document with the text as the caption.
broadcast-too-long =
    ⚠️ This text has { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, and at most { $longest } fit. Nothing was changed. Please shorten it and send it again.
broadcast-draft = <b>📝 Announcement: draft</b>
broadcast-whom = <b>Who gets it</b>
broadcast-no-text-yet = no text yet
broadcast-photo = 🖼 With a photo
broadcast-drop-question = Delete the draft { $start }? This cannot be undone.
broadcast-for-event = 🏕 { $event }
broadcast-for-events = 🏕 All events of the programme
broadcast-for-stream = 📅 { $stream }
broadcast-for-streams = 📅 All streams
broadcast-for-statuses = 📋 { $statuses }
broadcast-for-no-status = 📋 No status chosen
broadcast-for-language = 🌐 Only those who read { $language }
broadcast-for-languages = 🌐 All languages
broadcast-status-confirmed = confirmed
broadcast-status-pending = waiting for the organizers
broadcast-status-awaiting-guardian = waiting for a parent’s consent
broadcast-status-returned = returned for correction
broadcast-status-waitlisted = on the waitlist
broadcast-choose-event = Which event is it about?
broadcast-choose-stream = Which stream?
broadcast-choose-status = Which registrations? Choose one or several.
broadcast-choose-role = Who are they? Choose one or several.
broadcast-choose-language = Which language do they read? Everybody gets the text in their own.
broadcast-check = <b>👁 Check before you send</b>
broadcast-people = <b>Recipients: { $number }</b>
broadcast-count-student = • participants: { $number } ({ $languages })
broadcast-count-guardian = • parents: { $number } ({ $languages })
broadcast-count-both = • participants who are parents too: { $number } ({ $languages })
broadcast-count-coordinator = • school coordinators: { $number } ({ $languages })
broadcast-count-staff = • staff: { $number } ({ $languages })
broadcast-names = For example: { $names }
broadcast-takes = ⏱ Delivery takes { $duration }
broadcast-a-minute = less than a minute
broadcast-minutes =
    about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
broadcast-nobody = ⚠️ <b>Nobody fits this choice now.</b> Go back and choose other statuses, streams or languages.
broadcast-missing-kk = ⚠️ <b>No Kazakh text.</b> People who read Kazakh: { $number }.
broadcast-missing-ru = ⚠️ <b>No Russian text.</b> People who read Russian: { $number }.
broadcast-missing-en = ⚠️ <b>No English text.</b> People who read English: { $number }.
broadcast-missing-remedy = Add the text, or send with a mark: they get it in another language, and a line on top says so.
broadcast-mark-kk = <i>ℹ️ This announcement is in Kazakh.</i>
broadcast-mark-ru = <i>ℹ️ This announcement is in Russian.</i>
broadcast-mark-en = <i>ℹ️ This announcement is in English.</i>
broadcast-undone = Undone: nobody has received anything. It is a draft again.
broadcast-head-scheduled =
    <b>⏱ It goes out in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }</b>

    Until then you can undo it.
broadcast-head-sending = <b>📤 The announcement is going out</b>
broadcast-head-stopping = <b>⛔ Stopped; the last messages on their way are arriving</b>
broadcast-head-stopped = <b>⛔ The announcement was stopped</b>
broadcast-head-sent = <b>✅ The announcement has been sent</b>
broadcast-left = ⏱ Left: { $duration }
broadcast-figure-recipients = 👥 Recipients: <b>{ $number }</b>
broadcast-figure-sent = ✅ Sent: <b>{ $number }</b>
broadcast-figure-waiting = ⏳ Waiting: { $number }
broadcast-figure-unreachable = 📵 Blocked the bot or left Telegram: { $number }
broadcast-figure-unknown = ❔ Sent, but Telegram did not confirm: { $number }
broadcast-figure-failed = ⚠️ Failed: { $number }
broadcast-figure-expired = ⌛ Too late to be of use: { $number }
broadcast-figure-stopped = ⛔ Stopped before sending: { $number }
broadcast-figure-held = 🌙 Waiting for the evening digest: { $number }
broadcast-figure-kept = 📥 Kept to be read later, not sent (they want only what is urgent): { $number }
