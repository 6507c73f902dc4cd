button-table = ⬇️ Table (XLSX)
button-table-csv = ⬇️ The same as CSV
button-table-yes = ⬇️ Yes, I need the XLSX
button-table-csv-yes = ⬇️ Yes, I need the CSV
button-table-no = 🗂 No, back to the desk
table-making = ⏳ Making the table…
table-none = There are no registrations yet.
table-question =
    ⚠️ <b>{ $title }</b>
    Registrations in the table: <b>{ $rows }</b>

    The file holds personal data, of children too. Whoever takes it answers for it: keep it where nobody else can open it, do not forward it, delete it as soon as the work is done. That you took it, and when, stays on record.

    A table this large takes two: another organizer has to agree first. Do you need it?
table-caption =
    📄 <b>{ $title }</b>
    Rows: <b>{ $rows }</b>

    ⚠️ This file holds personal data: do not forward it, and delete it when the work is done. Answers about identity and health are hidden.

    🕓 I will take this message out of the chat after 24 hours.
table-mark = Taken by { $name }, { $moment }. Personal data: do not forward.
table-sheet = Registrations
table-hidden = 🔒 hidden
table-column-number = No.
table-column-status = Status
table-column-stream = Stream
table-column-name = Name
table-column-born = Date of birth
table-column-unit = Region and school
table-column-squad = Squad
table-column-consent = Parent's consent
table-column-phone = Phone
table-column-submitted = Submitted at
table-consent-unneeded = not needed
table-consent-waiting = no answer yet
table-consent-given = given
table-consent-refused = refused
