button-offline = 📴 Without the internet
button-offline-take = 📥 List to take along: { $gate }
button-offline-names = 📥 With names: { $gate }
button-offline-bring = 📤 Bring back what was scanned
button-offline-trouble = ⚠️ To look at: { $number }
offline =
    📴 <b>A gate without the internet</b>
    { $title }
offline-how =
    <b>Before:</b> take the list along. It is a page: save it on an Android phone or a laptop and open it once in Chrome.
    <b>At the gate:</b> scan tickets or type the 12 letters under the picture. The phone remembers who came in and lets nobody in twice.
    <b>After:</b> bring back what was scanned. If somebody came in at two phones, you will see it here.
offline-making = Making the list…
offline-page =
    📴 <b>{ $gate }</b>
    { $title }
    On the list: { $number } · with a ticket: { $tickets }
offline-page-how =
    1. Save the file on the phone and open it in Chrome. On an iPhone such pages do not open.
    2. Try it now: type 12 zeros; it must answer that they are not on the list.
    3. Two gates or two phones: a list of its own for each.
    New tickets are not on it, so take it along as late as you can.
offline-page-names = 👤 This list holds names: keep it to yourself, and delete the file afterwards. It leaves this chat in a day.
offline-page-nameless = 🔒 No names, and no ticket can be made from it: a lost file is no harm.
offline-subtitle = List of { $made } · { $number }
offline-bring =
    📤 <b>What was scanned</b>
    { $title }

    On the page, press “Bring back”, then send me the text, part by part, or the whole as a file.
offline-refused-long = 🤔 That is too long for me. Send the parts one by one.
offline-refused-strange = 🤔 This is not what the gate’s page writes. Nothing was taken in.
offline-refused-cut = ✂️ A piece of it is missing. Nothing was taken in. Copy the part again, or send the file.
offline-refused-not-fetched = 🤔 I could not fetch the file. Please send it again.
offline-report =
    📤 <b>Brought back: { $number }</b>
    { $gate } · { $title }
offline-admitted = ✅ Let in: { $number }
offline-clashes = ⚠️ Already let in elsewhere: { $number }
offline-not-good = ⛔ Not good: { $number }
offline-before = ♻️ Brought back before: { $number }
offline-number = № { $number }
offline-clash = ⚠️ <b>{ $who }</b> at { $time }. Before that: { $first }, { $by }.
offline-replaced = ⛔ <b>{ $who }</b> at { $time }: the ticket had been replaced by a newer one.
offline-ended = ⛔ <b>{ $who }</b> at { $time }: the registration is not confirmed now.
offline-unknown = ⛔ At { $time }: no such ticket here. <code>{ $code }</code>
offline-more = … and { $number } more: an organizer sees them at the gate.
offline-again = You can send more. What was sent twice counts once.
offline-trouble =
    ⚠️ <b>Scanned without the internet, to look at: { $number }</b>
    { $title }
offline-trouble-clash =
    👥 <b>{ $who }</b> came in twice
    { $gate } · { $time } · { $by }
    before that: { $first } · { $other }
offline-trouble-replaced =
    ♻️ <b>{ $who }</b> showed an old ticket
    { $gate } · { $time } · { $by }
offline-trouble-ended =
    ⛔ <b>{ $who }</b>: not confirmed
    { $gate } · { $time } · { $by }
offline-trouble-unknown =
    ❓ A ticket that is not ours
    { $gate } · { $time } · { $by }
error-report-refused = This is not what the gate’s page writes.
offline-say-keeps-nothing = This browser keeps nothing! If the page is closed, the scans are lost. Save the file in Downloads and open it in Chrome.
offline-say-camera = 📷 Scan with the camera
offline-say-code = 12 letters, or a link
offline-say-check = Check
offline-say-name = 🔎 Find by name
offline-say-bring = 📤 Bring back
offline-say-bring-how = When there is internet: copy this and send it to the bot, or save the file and send it.
offline-say-copy = Copy
offline-say-next = Next part
offline-say-file = Save as a file
offline-say-erase = Erase from this phone
offline-say-ready = Ready
offline-say-ready-how = Scan a ticket or type its letters
offline-say-admitted = ✅ LET IN
offline-say-already = ⛔ ALREADY LET IN
offline-say-unlisted = ⛔ NOT ON THE LIST
offline-say-unlisted-how = A newer ticket, another event, or not ours. Look at the picture: whose name, which event?
offline-say-anyway = Let in, to be checked later
offline-say-noted = 📝 NOTED
offline-say-unreadable = 🤔 Not a ticket
offline-say-unreadable-how = Type all 12 letters under the picture
offline-say-undo = ↩️ A mistake: undo
offline-say-undone = ↩️ Taken back
offline-say-number = Let in on this phone:
offline-say-part = Part
offline-say-copied = ✅ Copied. Now send it to the bot.
offline-say-erase-sure = Has the bot got everything? What is erased does not come back.
offline-say-erased = Erased
offline-say-no-camera = 📷 No camera
offline-say-no-camera-how = Allow the camera, or type the letters
