amend-head =
    📝 <b>{ $title }</b>
    👤 { $name }
amend-until = ✏️ You can change answers until { $until }.
amend-closed = 🔒 Answers can no longer be changed here. If something is wrong, please write to the organizers.
amend-returned = ✏️ This registration came back for a correction: open it and press “Correct”.
amend-changed-foot = ➡ What is struck out was changed; the organizers will see both.
amend-reply-question = 👪 These answers were changed. Is that all right with you?
amend-replied-fine = 👍 You said that the change is fine.
amend-replied-objects = ✋ You objected to the change. The organizers know and will decide.
amend-question-head = ✏️ { $title }
amend-compare-head =
    <b>{ $title }</b>
    Please check what changes:
amend-asks-again = ⏳ <b>What next:</b> the organizers will look at the registration again. Your place is kept while they do.
amend-stream = 🏕 If there is a free place in the new stream, you move there at once. If there is none, nothing changes and your place stays yours.
amend-loses-places =
    🏕 If there is a free place in the new stream, you move there at once and the old place goes to the next in line.

    ⚠️ The places you have taken in sessions ({ $count }) stay with the old stream: choose again in the new timetable.
amend-nothing = Nothing has changed: that is the answer you have already given.
amend-saved = ✅ Saved.
amend-dropped = Nothing has changed.
amend-fine-thanks = 👍 Thank you!
amend-objects-thanks = ✋ The organizers will learn that you object, and decide.
amend-put-back = ↩️ The old answers are back.
amend-is-asked = ⏳ The organizers will look at the registration again. The place is kept.
button-answers = 📝 Answers
button-amend-fine = 👍 Fine
button-amend-objects = ✋ I object
button-amend-begun = 💾 Go on with the change
button-amend-save = ✅ Save the change
button-amend-more = ✏️ Change another answer
button-amend-drop = ✖️ Change nothing
button-amend-clear = ➖ Leave it without an answer
button-amend-look = 👀 See what changed
notice-answers-changed =
    ✏️ <b>{ $name }</b>: answers for “{ $event }” were changed.

    { $titles }
notice-answers-objected = ✋ <b>{ $name }</b>: a parent objects to a changed answer for “{ $event }”.
notice-answers-put-back = ↩️ <b>{ $name }</b>: the organizers have put the earlier answers for “{ $event }” back.
case-changed = ✏️ <b>Answers were changed.</b> What is struck out stood there before; confirming accepts the new ones.
case-changed-hidden = ✏️ A health answer was changed: only a medic sees it.
case-objects = ✋ Objects: { $name }
button-restore = ↩️ Put the old answers back
button-restore-yes = ↩️ Yes, put them back
restore-question = Put the earlier answers of <b>{ $name }</b> back? The family will be told.
history-answers-change = answers changed
history-answers-put-back = old answers put back
history-answers-fine = parent agreed to the change
history-answers-objects = parent objected to the change
error-amendments-closed = Answers can no longer be changed here. If something is wrong, please write to the organizers.
dossier-changes = Answers before they were changed
dossier-changed-question = Question
dossier-changed-was = Before
dossier-changed-at = Changed
