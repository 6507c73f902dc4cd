nudge-head = ✍️ <b>{ $event }</b>
nudge-where = You stopped at <b>{ $position } of { $total }</b>. { $minutes ->
        [one] About a minute is left.
       *[other] About { $minutes } minutes are left.
    }
nudge-whole = Every question is answered. All that is left is to check and press “Submit”: <b>less than a minute</b>.
nudge-saved = Your answers are saved. Registration is open until { $closes }.
nudge-last = We will not remind you again. If you change your mind, the form is under “My registrations”.
nudge-stopped = 🔕 All right, we will not remind you about this form again.
nudge-stopped-open = 🔕 All right, we will not remind you about this form again. Your answers are saved: go on whenever you like.
button-nudge-continue = ▶️ Continue
button-no-nudges = 🔕 Do not remind me
