button-incidents = 📓 Incidents
button-incidents-back = 📓 Back to the incidents
button-incident-write = ➕ Write one down
button-incident-place = 🏕 A place or a thing, no child
button-incident-check = 🔗 Check the chain
button-incident-save = ✅ Write it down
button-incident-drop = 🗑 Do not write it down
button-incident-correct = ✏️ Correct it
button-incident-tell = 👪 Tell the guardians
button-incident-text = ✍️ Write it: { $language }
button-incident-rewrite = ✏️ Rewrite: { $language }
button-incident-call = ☎️ Only ask them to call us
button-incident-send = 📨 Send this now ({ $count })
button-incident-ask = 💬 Write to the camp
incident-kind-health = 🩺 Health
incident-kind-accident = 🤕 Accident
incident-kind-behaviour = 🗣 Behaviour
incident-kind-lost = 🎒 Something lost
incident-kind-other = 📌 Something else
incident-place = place or thing
incident-now = just now
incident-ago = { $minutes } min ago
incident-ago-hours = { $hours } h ago
incidents-head =
    📓 <b>Incidents</b>: { $title }

    Everything written down here stays as it is; a mistake is followed by a correction.
incidents-own =
    📓 <b>Incidents you wrote down</b>: { $title }

    Organizers read them too. What is written down stays as it is; a mistake is followed by a correction.
incidents-none = Nothing has been written down yet.
incident-whom =
    📓 <b>Whom is it about?</b>
    { $title }
incident-what = 📓 <b>{ $about }</b>: what was it?
incident-when = 📓 { $kind } · <b>{ $about }</b>: when was it? If it is longer ago, choose the last one and say it in words.
incident-draft =
    📓 { $kind } · <b>{ $about }</b>
    { $moment }
incident-how = Type what happened: where, who saw it, what was done. One message, at most 2000 characters. You see it once more before it is written down.
incident-how-correct = Type how it really was. The first entry stays; yours stands beside it as its correction.
incident-health-hidden = 🩺 Only medics and you will read this.
incident-sure = Once written down it cannot be changed or deleted, only corrected. To change it now, type it again.
incident-entry = 📓 <b>№{ $number }</b> · { $kind } · <b>{ $about }</b>
incident-written =
    Happened: { $happened }
    Written down: { $written } · { $author }
incident-hidden = 🩺 Hidden: only a medic and whoever wrote it read this.
incident-erased = The words were erased for good; the entry itself stays in the chain.
incident-corrects = ✏️ This corrects №{ $number }.
incident-corrected = ✏️ Corrected by №{ $number }.
incident-told = 👪 Guardians told: { $count }, { $time }
incident-tell = 👪 <b>What the guardians are told</b>: { $name }
incident-tell-nobody = No guardian who may know is in the bot. Please call the family: their phones are on the squad’s list.
incident-tell-whom = To: { $guardians }. Each gets it at once, in their language if you write it.
incident-tell-preview = This is what they will read:
incident-tell-how = Write it in one language or more, or only ask them to call. Nothing is sent before you have seen it.
incident-tell-ask = ✍️ { $name }: type what the guardians shall read, in this language: <b>{ $language }</b>. At most 1000 characters.
incident-guardian = { $name } ({ $language })
incident-call-us = We would like to tell you about something ourselves: { $name }. Please call the camp or write to us here.
incident-written-in = 🌐 <i>Written in: { $language }</i>
incident-chain-whole = 🔗 <b>The chain is whole</b>: { $title }. Entries: { $count }, none changed, none missing. Fingerprint of the last: <code>{ $fingerprint }</code>; noted on paper, it proves later that nothing was taken out.
incident-chain-broken = ⛔ <b>The chain is broken at №{ $number }</b>: { $title }. This entry is not as it was written down, or is missing. Please tell whoever runs the bot and change nothing.
notice-incident-told = ☎️ <b>{ $name }</b> · { $event }
notice-incident-untold =
    👪 <b>№{ $number }: { $name }</b>
    { $event }. The guardians have not been told by the bot yet. If they should know within the hour, tell them now; if you have called them, nothing is left to do.
error-incident-text = Please type it as one message: not empty, and not longer than was asked.
history-incident-write = incident written down
history-incident-read = incident about health read
history-incident-tell = guardians told of an incident
history-incident-check = chain of incidents checked
