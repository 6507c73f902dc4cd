vouch-head = ✌️ <b>This takes two</b>
vouch-what-export =
    { $count ->
        [one] 📄 A table with { $count } registration
       *[other] 📄 A table with { $count } registrations
    }
vouch-what-role = 🗂 The role of an organizer of the whole programme
vouch-what-send =
    { $count ->
        [one] 📣 A message to { $count } person
       *[other] 📣 A message to { $count } people
    }
vouch-where = 🏕 { $title }
vouch-whose = 👤 For: { $name }
vouch-asker = 🙋 Asked by: { $name }
vouch-please = Do you agree? If you are not sure, ask them first. The request waits until { $until }.
vouch-wait =
    ⏳ Another organizer has to agree. They have been told: <b>{ $names }</b>
    The request waits until { $until }. You will get a message.
vouch-alone = Nobody else has this right here, so you can confirm it yourself. Take one more look: is this what you want?
vouch-alone-later = ⏳ Nobody else has this right here. You can confirm it yourself after { $time }: a short pause protects against a stolen phone.
vouch-confirmed = ✅ Confirmed. You can go on.
vouch-confirmed-other = ✅ You have agreed. Thank you!
vouch-used = ✅ Done.
vouch-withdrawn = ✖️ The request was taken back.
vouch-declined = ⛔️ Another organizer said no. Ask what worries them.
vouch-expired = ⌛️ Nobody agreed in time. Begin again if you still need it.
button-vouch-confirm = ✅ I agree
button-vouch-confirm-own = ✅ Confirm it myself
button-vouch-decline = ⛔️ No
button-vouch-withdraw = ✖️ Take the request back
button-vouch-look = 🔄 Look again
button-vouch-go-export = ⬇️ Take the table
button-vouch-go-role = ▶️ Give the role
button-vouch-go-send = 📣 To the announcement
notice-vouch-asked =
    ✌️ <b>{ $name }</b> asks you to agree:
    { $what }
notice-vouch-confirmed =
    ✅ <b>{ $name }</b> agrees:
    { $what }
notice-vouch-declined =
    ⛔️ <b>{ $name }</b> says no:
    { $what }
notice-vouch-expired =
    ⌛️ Nobody agreed within a day:
    { $what }
history-vouch-ask = asked for a second person’s agreement
history-vouch-confirm = agreed to it
history-vouch-decline = said no
history-vouch-withdraw = took the request back
history-vouch-use = did what was agreed to
vouch-words-above = 👆 The whole text stands above.
vouch-gone = ✖️ The text that was asked about is not there any more: whoever asked has changed it or moved on. They can ask again.
