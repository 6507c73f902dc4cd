ticket =
    🎫 <b>{ $title }</b>

    Show this picture at the entrance. If the camera does not read it, say the code: <code>{ $code }</code>

    The ticket is for one person. If somebody else has it, press “New code”: the old one stops working.
ticket-heading = Participant’s ticket
ticket-hint = Show this code at the entrance. Do not send the ticket to anybody: it is for one person.
ticket-replaced = ♻️ This ticket has been replaced and no longer works. The new one is below.
ticket-good = ✅ <b>The ticket is good.</b> Check that the name is this person’s.
ticket-replaced-by-newer = ⚠️ <b>This ticket has been replaced by a newer one.</b> Ask to see the newest picture.
ticket-ended = ⛔ <b>This registration is not confirmed.</b> This ticket does not let anybody in.
ticket-none = 🎫 A ticket comes once a registration is confirmed. None is confirmed yet: /status shows where it stands.
ticket-whose = 🎫 Whose ticket would you like?
ticket-how = To check a ticket, scan its picture or type its code: /ticket K7PQ 3XRM
button-ticket = 🎫 My ticket
button-ticket-of-child = 🎫 Ticket
button-new-code = ♻️ New code
button-pdf = 📄 Print (PDF)
pdf-here = 📄 The registration, ready to print
