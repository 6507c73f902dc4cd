button-squad-message = ✉️ Write to the families
button-letter-day-writing = 📝 Letter of { $day }: go on
button-letter-day-waiting = 📮 Letter of { $day }: on its way
button-letter-message-writing = 📝 Message: go on
button-letter-message-waiting = 📮 Message: on its way
button-letter-hours = 📮 Evening letter
button-letter-off = 🔕 No letters
button-letter-waiting = ✍️ To be confirmed: { $squad }
button-letter-begin = 📝 Write
button-letter-open = 👀 Open
button-letter-whole = 👀 See it whole
button-letter-done = ✅ That is all
button-letter-no-photos = ➡️ Without photos
button-letter-marked = ✅ On the photo: { $count }
button-letter-nobody = 🌄 Nobody can be recognized
button-letter-unphoto = 🗑 Remove this photo
button-letter-unphoto-of = 🗑 Remove photo { $number }
button-letter-look = 🖼 Photos: { $count }
button-letter-submit = 📮 Ask for confirmation
button-letter-did = ✏️ What we did
button-letter-best = ✏️ The best of the day
button-letter-tomorrow = ✏️ What about tomorrow
button-letter-text = ✏️ The text
button-letter-photos = 📷 Add photos
button-letter-drop = 🗑 Delete
button-letter-drop-yes = 🗑 Yes, delete it
button-letter-back = ↩️ Go on writing
button-letter-confirm = ✅ Confirm, let it go out
button-letter-return = ↩️ Return with a reason
button-letter-undo = ↩️ Do not send it yet
letter-about-day = 📮 <b>{ $squad }</b> · evening letter · { $day }
letter-about-message = ✉️ <b>{ $squad }</b>: message to the families
letter-hours =
    📮 <b>Evening letter to families</b>: { $title }

    Each squad’s leader tells what the day was like and may add photos. A second adult looks at it and confirms. Then it goes to the parents of the squad’s children. No photo is sent on which a child is marked whose parents have not allowed photos.
letter-hours-on = It goes out at <b>{ $at }</b> every day; leaders are asked { $minutes } minutes before. Another time:
letter-hours-off = Now: <b>off</b>. Choose an hour to switch it on:
letter-ask-did = 🌤 <b>What did we do today?</b> Two or three sentences, at most { $longest } characters.
letter-ask-best = ⭐️ <b>What was best?</b> One moment that families would love to hear about. Please do not name any children. At most { $longest } characters.
letter-ask-tomorrow = 🌅 <b>What about tomorrow?</b> What awaits us, what to bring. At most { $longest } characters.
letter-ask-text = ✉️ <b>What should the families of your squad read?</b> Another adult confirms it before it goes out. At most { $longest } characters.
letter-ask-now = Now it is: { $text }
letter-ask-reason = ↩️ What should { $name } change? Write it in one message.
letter-photos = 📷 Send up to { $most } photos, one after the other. For each you say who is on it. Only children of your squad, please.
letter-photos-more = 📷 Photos in the letter: { $count } of { $most }. Send another one, or press “That is all”.
letter-who =
    👀 <b>Photo { $number }: who is on it?</b> Mark everybody who can be recognized, also at the edge.

    🚫 means: the parents have not allowed photos, and a photo with this child cannot be sent. If a child of another squad is on it, remove the photo.
letter-photo-refused = 🚫 <b>The photo was removed.</b> On it: { $names }. The parents have not allowed photos, or have changed their mind.
letter-photo-line = 🖼 { $number }: { $names }
letter-photo-nobody = 🖼 { $number }: nobody can be recognized
letter-photo-unmarked = 🖼 { $number }: nobody is marked on it yet
letter-photo-caption = 📷 { $squad }
letter-reason = ↩️ <b>Returned:</b> { $reason }
letter-drop = Delete what is written, with its photos? This cannot be undone.
letter-state-writing = 📝 Not handed on for confirmation yet.
letter-state-waiting = ⏳ Written by { $name }. Another adult still has to confirm it.
letter-state-confirmed = ✅ Confirmed. Goes out at { $time }.
letter-state-sent = 📬 Sent to parents: { $count }.
letter-state-dropped = 🗑 Deleted.
letter-state-expired = ⌛️ Nobody confirmed it in time, it did not go out.
letter-head-did = 🌤 What we did
letter-head-best = ⭐️ The best of the day
letter-head-tomorrow = 🌅 Tomorrow
letter-letter = 📮 <b>{ $squad }: our day</b>
    { $event } · { $day }
letter-message = ✉️ <b>{ $squad }: a message from the leader</b>
    { $event } · { $day }
letter-written-in = 🌐 <i>The leader wrote in this language: { $language }</i>
letter-photos-follow = 📷 Photos: { $count }
notice-letter-asked = { $about }

    It is time to tell the families about the day: three short questions, photos if you like. The letter goes out at { $until }.
notice-letter-near = { $about }

    ⏳ Nothing is written yet, and the letter goes out at { $until }. A few sentences are enough, and families will be glad.
notice-letter-missed =
    📭 <b>Squads without an evening letter</b>
    { $event }, { $at }

    Families are waiting. A letter that is confirmed later still goes out.
letter-late-nothing = 🚩 { $squad }: nothing is written
letter-late-begun = 🚩 { $squad }: begun, not handed on for confirmation
letter-late-waiting = 🚩 { $squad }: waits for a second adult
notice-letter-waiting = { $about }

    Written by <b>{ $name }</b>. Please look at it and confirm it.
notice-letter-returned = { $about }

    ↩️ <b>{ $name }</b> returned it: { $reason }
notice-letter-confirmed = { $about }

    ✅ Confirmed: { $name }
notice-letter-sent = { $about }

    📬 Sent to parents: { $count }.
notice-letter-expired = { $about }

    ⌛️ Nobody confirmed it in time, so it did not go out.
notice-letter-photo-dropped = { $about }

    🚫 A photo was removed. On it: { $names }. The parents do not allow photos now.
error-letter-text = That is empty or too long. Please write it a little shorter.
error-letter-photos = There are five photos already. Remove one first.
error-letter-alone = There is nobody else who could confirm it. Ask an organizer for a second leader.
error-letter-faces = Mark who is on the photo, or press “Nobody can be recognized”.
