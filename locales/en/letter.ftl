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
button-letter-marked = ✅ These are on it: { $count }
button-letter-nobody = 🌄 Nobody can be recognized
button-letter-unphoto = 🗑 Not this photo
button-letter-unphoto-of = 🗑 Photo { $number } out
button-letter-look = 🖼 Photos: { $count }
button-letter-submit = 📮 Hand it on to be confirmed
button-letter-did = ✏️ What we did
button-letter-best = ✏️ The best of the day
button-letter-tomorrow = ✏️ What is tomorrow
button-letter-text = ✏️ The text
button-letter-photos = 📷 Add photos
button-letter-drop = 🗑 Throw it away
button-letter-drop-yes = 🗑 Yes, throw it away
button-letter-back = ↩️ Go on writing
button-letter-confirm = ✅ Confirm, let it go out
button-letter-return = ↩️ Give it back with a reason
button-letter-undo = ↩️ Not yet
letter-about-day = 📮 <b>{ $squad }</b> · evening letter · { $day }
letter-about-message = ✉️ <b>{ $squad }</b>: message to the families
letter-hours =
    📮 <b>Evening letter to families</b>: { $title }

    Each squad's leader is asked what the day was like and may add photos. A second adult looks at it and confirms. Then it goes to the guardians of the squad's children. No photo is sent on which a child is marked whose guardians have not allowed photos.
letter-hours-on = It goes out at <b>{ $at }</b> every day; leaders are asked { $minutes } minutes before. Another time:
letter-hours-off = Now: <b>off</b>. Choose an hour to switch it on:
letter-ask-did = 🌤 <b>What did we do today?</b> Two or three sentences, at most { $longest } characters.
letter-ask-best = ⭐️ <b>What was best?</b> One moment that families would love to hear of. Please without names of children. At most { $longest } characters.
letter-ask-tomorrow = 🌅 <b>What is tomorrow?</b> What awaits us, what to bring. At most { $longest } characters.
letter-ask-text = ✉️ <b>What shall the families of your squad read?</b> Another adult confirms it before it goes out. At most { $longest } characters.
letter-ask-now = Now it is: { $text }
letter-ask-reason = ↩️ What should { $name } change? Write it in one message.
letter-photos = 📷 Send up to { $most } photos, one after the other. For each you say who is on it. Please only children of your squad.
letter-photos-more = 📷 Photos in the letter: { $count } of { $most }. Send another one, or that is all.
letter-who =
    👀 <b>Photo { $number }: who is on it?</b> Mark everybody who can be recognized, also at the edge.

    🚫 means: the guardians have not allowed photos; a photo with this child cannot be sent. If a child of another squad is on it, take the photo out.
letter-photo-refused = 🚫 <b>The photo was taken out.</b> On it: { $names }. The guardians have not allowed photos, or have changed their mind.
letter-photo-line = 🖼 { $number }: { $names }
letter-photo-nobody = 🖼 { $number }: nobody can be recognized
letter-photo-unmarked = 🖼 { $number }: nobody has said yet who is on it
letter-photo-caption = 📷 { $squad }
letter-reason = ↩️ <b>Came back:</b> { $reason }
letter-drop = Throw away what is written, with its photos?
letter-state-writing = 📝 Not handed on yet.
letter-state-waiting = ⏳ Written by { $name }; waits until another adult has confirmed it.
letter-state-confirmed = ✅ Confirmed. Goes out at { $time }.
letter-state-sent = 📬 Sent to guardians: { $count }.
letter-state-dropped = 🗑 Thrown away.
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
notice-letter-waiting = { $about }

    <b>{ $name }</b> has written and asks you to look at it and to confirm it.
notice-letter-returned = { $about }

    ↩️ <b>{ $name }</b> gave it back: { $reason }
notice-letter-confirmed = { $about }

    ✅ Confirmed: { $name }
notice-letter-sent = { $about }

    📬 Sent to guardians: { $count }.
notice-letter-expired = { $about }

    ⌛️ Nobody confirmed it in time, so it did not go out.
notice-letter-photo-dropped = { $about }

    🚫 A photo was taken out. On it: { $names }. The guardians do not allow photos now.
error-letter-text = That is empty or too long. Please write it a little shorter.
error-letter-photos = There are five photos already. Take one out first.
error-letter-alone = There is nobody else who could confirm it. Ask an organizer for a second leader.
error-letter-faces = Mark who is on the photo, or press “Nobody can be recognized”.
