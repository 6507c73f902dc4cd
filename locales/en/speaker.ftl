button-speaker-room = 🎤 My talks
speaker-room =
    🎤 <b>You speak here</b>

    Press a session: when, where and how many will come. ✅ you will come, ❌ you cannot, ❔ we wait for your answer.
speaker-room-none =
    🎤 You do not speak anywhere yet.

    If you were invited, open the link that the organizers sent you.
speaker-expected = 👥 People expected: { $count }
speaker-says-nothing = ❔ Can you hold this session?
speaker-says-can = ✅ You said that you will come. Thank you!
speaker-says-cannot = ❌ You said that you cannot. The organizers know.
button-speaker-can = ✅ I can
button-speaker-cannot = ❌ I cannot
speaker-thanks-can = Thank you! The organizers see that you will come.
speaker-thanks-cannot = The organizers have been told. If you can after all, press “I can”.
notice-speaker-changed =
    🔁 <b>Your session has changed</b>
    { $event }
speaker-asked = Can you come?
speaker-is-can = {"    "}✅ { $name } will come
speaker-is-cannot = {"    "}❌ { $name } cannot come
speaker-is-silent = {"    "}⏳ { $name } has not answered
speakers-unknown = 🔗 <b>{ $name }</b>: not in the bot yet, sessions: { $count }
button-speaker-invite = 🔗 Invite the speaker
button-speaker-part = ✖️ Not the speaker any more: { $name }
button-speaker-part-yes = ✖️ Yes, not the speaker
speaker-part-question = <b>{ $name }</b> will not see “{ $title }” any more, nor hear of changes. Go on? You can invite them again later.
speaker-link =
    🔗 <b>A link for the speaker: { $speaker }</b>
    { $title }

    { $link }

    Send it to the speaker. It works once, within a day. Whoever opens it first sees their sessions and hears of changes.
speaker-link-share = Your timetable and its changes: { $title }
button-share-speaker-link = 📨 Send to the speaker
button-speakers = 🎤 Speakers: who comes
speakers-head =
    🎤 <b>Speakers</b>
    { $title }
speakers-none = No session with a speaker lies ahead. You can name a speaker in the session itself.
speakers-line =
    { $when }
    <b>{ $speaker }</b> · { $title }
notice-speaker-joined = 🎤 <b>{ $name }</b> is now here as a speaker. { $event }
notice-speaker-can = ✅ The speaker <b>{ $name }</b> can come after all. { $event }
notice-speaker-cannot = ❌ The speaker <b>{ $name }</b> cannot come. { $event }
