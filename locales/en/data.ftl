command-mydata = What is kept about me
button-mydata = 🔐 My data
data = <b>🔐 What is kept about you</b>
data-line = • { $name }: <b>{ $value }</b>
data-of = { $name }:
data-messages-count = { $sent } to you, { $received } from you
data-fact-telegram = Telegram
data-fact-language = Language
data-fact-phone = Phone
data-fact-since = Here since
data-fact-registrations = Registrations
data-fact-drafts = Unfinished forms
data-fact-children = Children
data-fact-answers = Answers
data-fact-consents = Your decisions about consent
data-fact-messages = Messages
data-foot = The words of your messages are deleted as soon as they have been handled. You can take a copy of everything, and have it erased.
button-export = 📦 Take a copy
export-json = 📦 Everything that is kept, as data for programs
export-pdf = 📄 The same to read and print
button-forget = 🗑 Erase my data…
button-forget-me = 👤 Mine
forget-whom = <b>🗑 Whose data shall be erased?</b>
forget-self = <b>🗑 Erase your data</b>
forget-child = <b>🗑 Erase the data of your child: { $name }</b>
forget-active = • { $title }: the place is given up and goes to the next in the queue.
forget-waiting = • { $title }: the place in the queue is given up.
forget-ended = • { $title }: the registration is closed; what is left of it is erased.
forget-erased = <b>Erased for ever:</b> names, phones, dates of birth, all answers, the words of all messages, the link between parent and child.
forget-children = Children who lose the link to you: { $children }. The consents you have given stay in force.
forget-others = Registrations you made for others: { $registrations }. They stay.
forget-stays = <b>What stays:</b> who consented to what and when, as numbers without names, because the law asks for it; and the record that there was an erasure.
button-forget-go-on = 🗑 Go on
button-forget-no = ✅ Keep everything
forget-again-self = ⚠️ <b>The last question.</b> What is erased cannot be brought back by anybody, the organizers neither. Erase your data for ever?
forget-again-child = ⚠️ <b>The last question.</b> What is erased cannot be brought back by anybody, the organizers neither. Erase the data of { $name } for ever?
button-forget-yes = 🗑 Yes, erase for ever
forget-done-self =
    ✅ <b>Your data are erased.</b>

    The number of the erasure: <code>{ $proof }</code>
    Keep it: by this number it can be proved that and when the data were erased. There is nothing personal in it.

    You will get no more messages from here. You can delete this chat. To begin anew: /start
forget-done-child =
    ✅ <b>The child's data are erased.</b>

    The number of the erasure: <code>{ $proof }</code>
    Keep it: by this number it can be proved that and when the data were erased. There is nothing personal in it.
error-staff-cannot-forget = You are on a team. First ask an owner to take you off it: the trail of what the team did with people's data names you.
notice-data-erased = A registration in your family for “{ $event }” was cancelled and its data were erased, as the family asked. The place has been given up.
dossier-kind = Registration No. { $number }
dossier-account = What is kept about the account
dossier-draft = A form that was not submitted
dossier-foot = Made in the chat on { $moment }
dossier-participant = Participant
dossier-born = Date of birth
dossier-phone = Phone
dossier-stream = Stream
dossier-days = Dates
dossier-place = Place
dossier-status = Status
dossier-reason = Reason
dossier-submitted = Submitted
dossier-changed = Last change
dossier-status-awaiting-guardian = waiting for a parent's consent
dossier-status-pending = under review
dossier-status-returned = returned for a correction
dossier-status-confirmed = confirmed
dossier-status-waitlisted = on the waitlist
dossier-status-declined = declined
dossier-status-refused = a parent did not consent
dossier-status-cancelled = cancelled
dossier-consents = Consents
dossier-consent = Text
dossier-decision = Decision
dossier-decided = When and how
dossier-by = Who
dossier-consent-version = { $title }, version { $version }
dossier-given = given
dossier-refused = refused
dossier-withdrawn = withdrawn
dossier-how = { $route }, { $language }
dossier-route-chat = in the chat
dossier-route-paper = on paper
dossier-route-phone = by phone
