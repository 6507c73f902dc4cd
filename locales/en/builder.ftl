button-form = 📝 Form
form-head =
    📝 <b>Form</b>
    { $title }
form-version = In force: version { $number } of { $day }
form-version-by = In force: version { $number } of { $day }, published by { $name }
form-being-changed = ✏️ Below is a draft. Students do not see it until it is published.
form-marks = ❗ required · 🔀 on a condition · ⚠️ a language is missing
button-form-change = ✏️ Change
button-form-add = ➕ Add a question
button-form-look = 👁 Preview
form-preview = 👁 <b>This is what a student sees.</b> Nothing you answer here is kept.
form-preview-not-sent = This is only a preview: nothing was sent.
button-form-undo = ↩️ Undo the last change
button-form-publish = ✅ Publish
button-form-discard = 🗑 Discard the draft
button-form-back = 📝 Back to the form
button-form-title = ✏️ Question text
button-form-hint = 💡 Hint
button-form-unhint = 💡 Take the hint away
button-form-options = 🔘 Options
button-form-write-options = ✏️ Write the options
button-form-required = ❗ Make it required
button-form-optional = ▫️ Let it be skipped
button-form-care = 🔒 Who sees it
button-form-keep = 🗓 How long to keep
button-form-when = 🔀 When to ask
button-form-always = Ask always
form-question-head = <b>Question { $number }</b> · { $kind }
form-no-text = ⚠️ no text
form-is-required = ❗ Required
form-is-optional = ▫️ May be skipped
form-is-asked-when = 🔀 Only after this answer: “{ $title }” → { $answers }
form-has-options = 🔘 Options: { $count }
form-kind-stream = stream
form-kind-name = name
form-kind-text = short text
form-kind-long-text = long text
form-kind-birth-date = date of birth
form-kind-grade = grade
form-kind-phone = phone
form-kind-unit = school or organisation
form-kind-one-of = one option
form-kind-several-of = several options
form-kind-yes-no = yes or no
form-kind-number = number
form-kind-file = file or photo
form-kind-consent = consent
form-which-kind = ➕ <b>What kind of question?</b>
form-which-care =
    🔒 <b>Who may see the answers?</b>

    Answers about identity and health are kept encrypted; those about health only a medic reads.
form-care-ordinary = 👁 An ordinary answer
form-care-personal = 👤 Personal data
form-care-identity = 🪪 Proves identity
form-care-health = 🩺 About health, medics only
form-which-keep = 🗓 <b>How long to keep the answers after the event?</b>
form-keep-days = 🗓 { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
form-which-when =
    🔀 <b>After which answer is it asked?</b>

    Several answers of one question may be marked. With none marked everybody is asked.
form-when-none = 🔀 No question with a choice stands before this one. Move one up first.
form-options =
    🔘 <b>Options: { $count }</b>

    Press an option to take it away.
form-ask-title =
    ✏️ <b>Question { $number }. { $language }</b>

    Write the text of the question.
form-ask-hint =
    💡 <b>Question { $number }. { $language }</b>

    Write the hint that stands under the question.
form-ask-option =
    🔘 <b>Question { $number }. { $language }</b>

    Write the options in one message, each on a line of its own.
form-ask-now =
    Now:
    { $text }
form-ask-other =
    In another language:
    { $text }
form-ask-lines =
    Options: { $count }. Write them in the same order:
    { $titles }
form-too-long = ⚠️ Too long. At most { $longest } { $longest ->
        [one] character
       *[other] characters
    }.
form-publish-head =
    ✅ <b>Publishing the form</b>
    { $title }
form-publish-nothing = Nothing has been changed yet.
form-publish-added = ➕ New questions: { $count }
form-publish-removed = ➖ Removed questions: { $count }
form-publish-changed = ✏️ Changed questions: { $count }
form-publish-reordered = ↕️ The order of the questions is different
form-publish-gaps = These texts are missing. Press a button to write one right away:
form-publish-after = What has been sent stays as it is. Filling the form in now: { $count }. Their answers are kept, only what is new is asked.
form-publish-overtaken = ⚠️ A newer version was published while you were changing the form. Discard this draft and begin again.
button-form-publish-yes = ✅ Yes, publish
button-form-publish-ask = ✅ Publish and ask those registered: { $count }
form-gap-title = question · { $language }
form-gap-hint = hint · { $language }
form-gap-option = options · { $language }
form-gap-few = at least two options are needed
form-discard-question = Discard the draft of the form? Everything that is not published is lost.
button-form-discard-yes = Yes, discard
button-form-discard-no = No, keep it
form-published =
    ✅ <b>The form is published</b>
    { $title }

    Filling it in now: { $count }. They go on with the new version.
form-step-too-many-questions = Too many questions. Take one away first.
form-step-too-many-options = Too many options. At most thirty.
form-step-fewer-options = ⚠️ Fewer lines than options. Write each option on a line of its own, in the same order.
form-step-option-is-condition = Another question depends on this option. Change that condition first.
form-step-question-is-condition = Another question depends on this one. Change that condition first.
form-step-question-needed = Nobody can register without this question, so it stays required.
form-step-condition-first = A question cannot stand before the one it depends on.
form-step-at-the-edge = It cannot go any further.
form-step-only-stricter = People may have answered this already. Access to the answers can only be narrowed now.
form-step-only-shorter = People may have answered this already. The time can only be shortened now.
form-step-no-identity-papers = ⚠️ Copies of identity cards, passports and birth certificates are not collected here. Ask for something else, or look at the document when they arrive.
form-step-text-needed = ⚠️ Please write the text.
error-form-step = It cannot be changed like that.
error-form-incomplete = The form is not complete yet and cannot be published.
error-form-overtaken = A newer version of the form has been published. Discard the draft and begin again.
button-new-questions = ✍️ Answer the new questions
notice-form-asks = ✍️ <b>{ $name }</b>: the form of “{ $event }” has new questions. Your answers are kept, please answer only what is new.
history-registration-supplement = new questions answered
