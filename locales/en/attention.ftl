attention = 🔔 <b>What reaches you, and when</b>
attention-is-everything = Now: everything arrives at once.
attention-is-evening = Now: what can wait comes together in one message at { $hour }. What is urgent, and answers to you, arrive at once.
attention-is-urgent = Now: only what is urgent and answers to you arrive. The rest waits for you in “What I missed”.
button-attention = 🔔 Messages
button-attention-everything = 📬 Everything at once
button-attention-evening = 🌙 Evening digest
button-attention-urgent = 🚨 Only what is urgent
button-missed = 📥 What I missed ({ $number })
button-missed-list = ⬅ What I missed
missed =
    📥 <b>What you missed: { $number }</b>

    Press one to read it.
missed-none = 📥 You have missed nothing. What does not arrive at once is kept here.
digest = 🌙 <b>Your evening digest</b>: { $number ->
        [one] 1 message
       *[other] { $number } messages
    }. Press a number below to open one.
digest-more = … and { $number } more: press their numbers below.
command-notices = What reaches me, and when
digest-emptied = 🌙 What stood in this digest was deleted by the organizers.
