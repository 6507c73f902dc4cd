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
data-fact-drafts = Forms not submitted
data-fact-children = Children
data-fact-answers = Answers
data-fact-consents = Your decisions about consent
data-fact-messages = Messages
data-foot = The text of your messages is deleted as soon as it has been handled. You can take a copy of everything that is kept, and have it all erased.
button-export = 📦 Take a copy
export-json = 📦 Everything that is kept: a file for computers
export-pdf = 📄 The same, to read and print
button-forget = 🗑 Erase my data…
button-forget-me = 👤 Mine
forget-whom = <b>🗑 Whose data should we erase?</b>
forget-self = <b>🗑 Erase your data</b>
forget-child = <b>🗑 Erase the data of your child: { $name }</b>
forget-active = • { $title }: the place is given up and goes to the next on the waitlist.
forget-waiting = • { $title }: the place on the waitlist is given up.
forget-ended = • { $title }: the registration is closed; what is left of it is erased.
forget-erased = <b>Erased for ever:</b> names, phones, dates of birth, all answers, the text of all messages, the link between parent and child.
forget-children = Children who lose the link to you: { $children }. The consents you have given stay in force.
forget-others = Registrations you made for others: { $registrations }. They stay.
forget-stays = <b>What stays:</b> who consented to what and when (as numbers without names, because the law asks for it), and a record that there was an erasure.
button-forget-go-on = 🗑 Go on
button-forget-no = ✅ Keep everything
forget-again-self = ⚠️ <b>The last question.</b> Nobody can bring back what is erased, not even the organizers. Erase your data for ever?
forget-again-child = ⚠️ <b>The last question.</b> Nobody can bring back what is erased, not even the organizers. Erase the data of { $name } for ever?
button-forget-yes = 🗑 Yes, erase for ever
forget-done-self =
    ✅ <b>Your data has been erased.</b>

    The number of the erasure: <code>{ $proof }</code>
    Keep it: it proves that the data was erased, and when. There is nothing personal in it.

    You will get no more messages from here. You can delete this chat. To start again: /start
forget-done-child =
    ✅ <b>The child’s data has been erased.</b>

    The number of the erasure: <code>{ $proof }</code>
    Keep it: it proves that the data was erased, and when. There is nothing personal in it.
error-staff-cannot-forget = You are one of the organizers. First ask an owner to take this role back: you are named in the record of what was done with people’s data.
notice-data-erased = A registration for “{ $event }” was cancelled and its data was erased, as your family asked. The place has been given up.
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
dossier-status-awaiting-guardian = waiting for a parent’s consent
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
