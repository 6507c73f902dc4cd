button-attest = 📄 Consent on paper / ☎️ by phone
button-settle = ⚖️ Settle the disagreement
attest-head = 📄 <b>{ $name }</b>: a consent on paper or by phone
attest-ask-route = How did the parent answer? Send no photo of the paper or of any document: keep the paper yourself.
attest-route-paper = 📄 On paper
attest-route-phone = ☎️ By phone
attest-ask-name = Type the parent’s name.
attest-ask-relation = Who is this person to the child?
attest-relation-mother = Mother
attest-relation-father = Father
attest-relation-grandparent = Grandparent
attest-relation-guardian = Guardian
attest-relation-sibling-adult = Adult brother or sister
attest-relation-other = Another legal representative
attest-ask-phone = Type the parent’s phone number.
attest-ask-on = When did the answer come? Press, or type the day: 05.03.2027
attest-today = Today
attest-yesterday = Yesterday
attest-ask-language = In which language was the text?
attest-ask-required = Does the parent agree to everything that is needed?
attest-all-given = ✅ Yes, to all
attest-refused = ✖️ No, refused
attest-ask-text = <b>{ $title }</b>: what is the answer?
attest-yes = yes
attest-no = no
attest-review = 📄 <b>{ $name }</b>. Please check that all is right:
attest-facts =
    👪 { $guardian } ({ $relation }), { $phone }
    { $route } · { $day } · { $language }
attest-refusal-ends = ⚠️ A refusal closes the registration unless another parent agrees. It cannot be taken back.
attest-record = ✅ Record it
attest-again = ✏️ Begin anew
attest-recorded = ✅ Recorded: <b>{ $name }</b>. The family is told in 30 seconds; until then it can be taken back.
attest-recorded-over = ✖️ Recorded: <b>{ $name }</b>. There is no consent; the registration is closed.
attest-to-card = 👤 To the registration
attest-undone = Taken back
attest-problem-name = ⚠️ Please type the name in letters, for example: Saparova Gulnar.
attest-problem-phone = ⚠️ This does not look like a phone number. Type it like this: +7 701 123 45 67.
attest-problem-on = ⚠️ Type the day like this: 05.03.2027. It cannot be in the future or more than a year ago.
settle-head =
    ⚖️ <b>{ $name }</b>: the parents’ answers differ.

    Speak to both first. No answer is deleted: what was agreed on is written beside them. Until then the stricter answer holds.
settle-required-yes = ✅ Agreed: takes part
settle-required-no = ✖️ Agreed: does not take part
settle-why = 💬 <b>{ $name }</b>: type how it was settled and whom you spoke to. Then it takes effect.
