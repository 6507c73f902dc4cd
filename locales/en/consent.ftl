consent-who =
    👤 <b>{ $name }</b>
    🏕 { $title }
    📅 { $days }
    📍 { $place }
consent-foot = Press a text to read it in full. By pressing “I agree” you agree to everything above.
consent-optional-head = <b>One more question.</b> Your child takes part whatever you answer.
button-agree = ✅ I agree
button-refuse = I do not agree
button-ask-call = 📞 Please call me
button-optional-yes = ✅ Yes, I allow it
button-optional-no = No, I do not allow it
button-withdraw = ✖️ Withdraw my consent
guardian-status-awaiting-guardian = 👪 We are waiting for your decision.
guardian-status-pending = ⏳ Thank you! Now the organizers will review the registration; the answer will come into this chat.
guardian-status-returned = ✏️ The organizers asked for a correction: your child will correct the answer and submit it again.
guardian-status-confirmed = ✅ Your child’s place is confirmed.
guardian-status-waitlisted = 🕓 Your child is on the waitlist. When a place is freed, we will tell you at once.
guardian-status-declined = ✖️ The organizers declined the registration.
guardian-status-refused = ✖️ You did not consent; the registration is closed.
guardian-status-cancelled = ✖️ Your child gave up the place.
refusal-dates = The dates do not suit us
refusal-health = For health reasons
refusal-far = It is too far
refusal-unsure = We are not sure yet
reason-problem =
    ⚠️ Please type the reason, at most { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }.
call-which-phone = Which number shall we call? Press the button below or type the number.
call-promised = 📞 Thank you! The organizers will call you.
refusal-question =
    Why can <b>{ $name }</b> not take part in “{ $title }”? Choose a reason or write it in your own words.

    <b>What happens then:</b>
    • the registration is closed and the place goes at once to whoever waits;
    • your child and the organizers are told;
    • your answer is kept as proof, the other data are erased in time or when you ask (/mydata).
refusal-question-other =
    Why can <b>{ $name }</b> not take part in “{ $title }”? Choose a reason or write it in your own words.

    <b>What happens then:</b>
    • if the other parent agrees, the stricter answer holds: the place is not confirmed, but kept for now;
    • the organizers will speak to both of you;
    • if nobody agrees any more, the registration is closed and the place goes to whoever waits.
button-agree-now = ✅ Give my consent
button-consent-read = 📄 Read and answer
button-less-yes = Yes, change it
button-less-no = Leave it as it is
consent-line = { $icon } <b>{ $title }</b>: { $answer }{ $since }
consent-line-differ = { $icon } <b>{ $title }</b>: for now — { $answer }{ $since }
consent-other-agreed = 👪 Another guardian has already given consent, and the registration goes on. If you like, give your own answer.
consent-line-since = {""} · { $day } · version { $version }
consent-answer-given = yes
consent-answer-refused = no
consent-answer-none = no answer yet
consent-answer-outdated = the text has changed, please answer again
consent-voice = 👤 { $who }: { $answer } · { $day } · { $route }
consent-voice-own = you
consent-resolved = ⚖️ After talking to the organizers this holds: { $answer }
consent-route-chat = in the chat
consent-route-paper = on paper
consent-route-phone = by phone
consent-required-note = Nobody can take part without this consent. If you have changed your mind, go back and press “Withdraw my consent”: we show first what will happen.
consent-saved = Saved
consent-differ-held =
    ⚖️ The parents’ answers differ. The stricter one holds for now: the place is not confirmed, but kept until { $until }.

    You can change your answer here, and the organizers will help you agree.
consent-renew-head = 🔄 <b>The text of the consent has changed.</b> Please read it and answer again by { $until }.
consent-changed = 🔄 <b>{ $title }</b>: { $change }
consent-changed-new = 🔄 <b>{ $title }</b>: a new text
consent-less-photo =
    <b>{ $title }</b>

    What changes at once:
    • organizers and squad leaders see the new answer;
    • new pictures of your child are shown no further than you allow;
    • to take down what was published already, write to the organizers.
consent-less-medical =
    <b>{ $title }</b>

    What changes at once: the organizers see the new answer and call you to agree on what to do if your child falls ill. If life is in danger, an ambulance is called in any case.
consent-less-trips =
    <b>{ $title }</b>

    What changes at once: the organizers see the new answer, and your child stays on the grounds with adults when others go out.
consent-less-participation = <b>{ $title }</b>: the answer changes at once, and the organizers see it.
consent-less-personal-data = <b>{ $title }</b>: the answer changes at once, and the organizers see it.
consent-to-renew = 🔄 The text of the consent has changed: a parent has to answer again by { $until }.
