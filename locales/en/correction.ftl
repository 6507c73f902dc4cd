button-correction = ✏️ Change the text
button-correction-yes = ✏️ Yes, change it
button-correction-again = ✍️ Write it again
broadcast-head-correcting = <b>✏️ The text is being changed in the chats</b>
correction-which = <b>✏️ Which text shall we change?</b>
correction-how =
    It will replace the text people have in their chats; photos stay. At most { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }.
correction-text-needed = ⚠️ Please send the new text as a message.
correction-question = <b>✏️ Change the text?</b> { $language }
correction-was = <b>— Now —</b>
correction-will-be = <b>— Will be —</b>
correction-cut = { $text }…
correction-concerned = 👥 People it changes for: { $number }. Telegram does not notify anybody of a change; who has not got it yet gets the new text.
correction-nobody = ✏️ The text was changed; nobody had the old one.
correction-changed = ✏️ Changed in the chats: <b>{ $number }</b> of { $concerned }
correction-waiting = ⏳ Still to change: { $number }
correction-left = ⚠️ Could not be changed: <b>{ $number }</b>
history-broadcast-correct = text of an announcement changed
