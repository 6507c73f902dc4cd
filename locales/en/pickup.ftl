button-pickup-list = 🤝 Who may collect
button-pickup-self = 🙋 I will collect myself
button-pickup-add = ➕ Add a person
button-pickup-alone = 🚶 Going home alone
button-pickup-to-list = ⬅ The whole list
button-pickup-share = 📨 Pass the code on
button-pickup-phone = 📞 Add a phone number
button-pickup-phone-change = 📞 Change the phone number
button-pickup-renew = 🔄 New code
button-pickup-remove = ✖️ Take off the list
button-pickup-restore = ↩️ Put back
button-pickup-alone-yes = 🚶 I allow it
button-pickup-alone-no = ✖️ Not any more
pickup-list =
    🤝 <b>Who may collect: { $name }</b>
    { $title }

    The camp hands your child over only to the people below: they tell their code or show a document.
pickup-list-none = Nobody is here yet. Please add yourself and whoever else may come.
pickup-person = <b>{ $name }</b>
pickup-person-relation = <b>{ $name }</b> · { $relation }
pickup-you = you
pickup-phone = 📞 { $phone }
pickup-line-code = 🔢 Code: <code>{ $code }</code>
pickup-alone-yes = 🚶 <b>May go home alone:</b> yes.
pickup-alone-no = 🚶 <b>May go home alone:</b> no.
pickup-added = ✅ <b>On the list.</b> From now on this person may collect { $child }.
pickup-added-own = ✅ <b>On the list.</b> From now on you may collect { $child }.
pickup-of = 🤝 May collect: { $child }
pickup-code =
    🔢 Hand-over code: <code>{ $code }</code>
    Please pass it on to this person only. They tell it at the camp.
pickup-code-own =
    🔢 Your hand-over code: <code>{ $code }</code>
    You tell it at the camp. Please keep it to yourself.
pickup-share = Hand-over code: { $code } ({ $title }). Please tell it when you collect the child, and bring a document.
pickup-relation-question = Who is this person to the child?
pickup-name-question = Who else may collect { $name }? Please type the full name as it stands in their document.
pickup-name-problem = Please type a first name and a surname, as they stand in the document.
pickup-phone-question = 📞 Please type the phone number: <b>{ $name }</b>. The camp calls it only if something is unclear.
pickup-phone-problem = That is no phone number. For example: +7 701 123 45 67
pickup-removed = ✖️ <b>{ $name }</b> is off the list and will not be given { $child }.
pickup-saved = Saved
pickup-alone-question =
    🚶 <b>{ $name }: going home alone?</b>

    If you allow it, the camp lets your child go without an adult, and from the gate on you are responsible for the way home. You are told at the moment your child leaves. You can take it back at any time.
pickup-alone-may =
    🚶 <b>{ $name } may go home alone.</b>

    You are told at the moment your child leaves. Take it back, and the camp hands your child over only to the people on the list.
notice-pickup-list-name = 🤝 <b>{ $name }</b>: { $who } added <b>{ $person }</b> to those who may collect your child. { $event }
notice-pickup-list-remove = ✖️ <b>{ $name }</b>: { $who } took <b>{ $person }</b> off the list of those who may collect your child. { $event }
notice-pickup-list-alone = 🚶 <b>{ $name }</b>: { $who } allowed the child to go home alone. If you do not agree, you can take it back. { $event }
notice-pickup-list-not-alone = 🚶 <b>{ $name }</b>: { $who } took back that the child may go home alone. { $event }

button-pickup = 🤝 Pick-up
button-pickup-child = 🤝 Hand the child over
button-pickup-find = 🔎 Find a child
button-pickup-room = 🤝 All children
button-pickup-here = 🏕 Here: { $number }
button-pickup-out = 🚗 Out: { $number }
button-pickup-see-here = 🏕 Who is here
button-pickup-see-out = 🚗 Who is out
button-pickup-squad = 🏕 Who is here, who is out
button-pickup-document = 🪪 Document seen: hand over
button-pickup-known = 🤝 I know them: hand over
button-pickup-goes-alone = 🚶 Leaves alone
button-pickup-alone-goes = Goes home alone
button-pickup-undo = ↩️ A slip: take it back
button-pickup-back = ✅ Is back in the camp
pickup-rooms =
    🤝 <b>Pick-up</b>

    At which event do you hand children over?
pickup-rooms-none = 🤝 There is no event now where you hand children over.
pickup-room =
    🤝 <b>Pick-up</b>
    { $title }
pickup-room-empty = No stream with children is under way today.
pickup-counts = 🏕 Here: <b>{ $here }</b> · 🚗 out: <b>{ $out }</b>
pickup-squad-line = 🚩 { $squad }: here { $here }, out { $out }
pickup-how = Find the child by name, or scan the ticket and press “Hand the child over”.
pickup-find = 🔎 { $title }: type a part of the child’s name.
pickup-list-here = 🏕 <b>{ $where }</b>: here { $number }
pickup-list-out = 🚗 <b>{ $where }</b>: out { $number }
pickup-list-empty = Nobody.
pickup-since = since { $time }
pickup-not-met = 🕓 not seen at the gate yet
pickup-awaited = 🕓 Of those here, not seen at the gate yet: <b>{ $number }</b>
pickup-here = 🏕 <b>IN THE CAMP</b>
pickup-out =
    🚗 <b>OUT</b> since { $time }
    { $person }
    Handed over by: { $by }
pickup-done =
    ✅ <b>HANDED OVER</b> · { $time }
    { $person }
    Handed over by: { $by }. The family has been told.
pickup-whom = 👤 { $name } ({ $relation })
pickup-alone-word = 🚶 alone
pickup-was-out = 🕓 Was out: { $left }–{ $back } · { $person }
pickup-second = ✌️ Confirmed by: { $second }
pickup-proof-code = 🔢 The code was right
pickup-proof-document = 🪪 A document was seen
pickup-proof-known = 🤝 Known in person
pickup-proof-consent = 🚶 A parent allowed it
pickup-people = <b>Who may collect:</b>
pickup-nobody = ⚠️ Nobody is on the list.
pickup-may-go-alone = 🚶 May go home alone: a parent allowed it.
pickup-type-code = <b>Ask for the code and type it here.</b> No code? Choose the person and look at the document.
pickup-call-guardian = Please call a parent and ask them to add the person to the list:
pickup-guardian = 📞 { $name }: { $phone }
pickup-bars = 🚫 <b>MUST NOT COLLECT</b>
pickup-bar-line = 🚫 <b>{ $name }</b> · { $reason }
pickup-bar-unsaid = no reason given yet
pickup-barred =
    🚫 <b>DO NOT HAND OVER</b>
    { $person } must not collect { $name }. Please stay calm, keep the child with you and call the organizers.
pickup-barred-word =
    🚫 <b>DO NOT HAND OVER</b>
    This rests on the word of { $person }, who must not collect { $name }. Please stay calm, keep the child with you and call another parent or the organizers.
pickup-collector = <b>{ $name }</b> goes with:
pickup-how-sure = Did they tell a code? Just type it. Otherwise: how did you make sure that it is this person?
pickup-goes-alone =
    🚶 <b>{ $name } goes home alone</b>
    A parent allowed it. They are told as soon as you press.
pickup-refused-code = ❌ <b>This code does not fit.</b> Please ask again, or look at a document.
pickup-refused-pause = ⏳ <b>Too many wrong codes.</b> Codes are not looked at for a while: please look at a document.
pickup-refused-out = The child has already left: see by whom and with whom.
pickup-undone = ↩️ Taken back: the child is in the camp. The family is told.
pickup-taken-in = ✅ Back in the camp. The family is told.
notice-pickup-left =
    🤝 <b>{ $name } has left the camp</b> · { $time }
    👤 { $person }
    { $proof }. Handed over by: { $by }. { $event }

    Not right? Please call the camp at once.
notice-pickup-alone =
    🚶 <b>{ $name } has left the camp alone</b>, as you allowed · { $time }
    Let go by: { $by }. { $event }
notice-pickup-undone = ⚠️ <b>Correction:</b> { $name } is in the camp, the last message was sent by mistake. { $event }
notice-pickup-back = 🏕 <b>{ $name } is back in the camp</b> · { $time }. { $event }
error-pickup-full = There are eight people on the list already. Take somebody off first.
error-pickup-text = That is empty or too long. Please type it again.
error-pickup-barred = 🚫 This person must not collect the child. Keep the child with you and call the organizers.
error-pickup-own = You cannot hand a child over to yourself. Please ask a colleague to do it.
button-release = 🤝 Allow to hand children over
button-release-end = 🤝 No more handing over
role-releases = 🤝 Hands children over too: sees who may and who must not collect them
error-pickup-call = ☎️ First call a parent and note whom you reached.
error-pickup-primary = The primary guardian has to say yes to this, and there is none who can. Make another guardian the primary one first.

button-pickup-outsider = ✋ Somebody else came
button-pickup-reached = ☎️ Spoke to: { $name }
button-pickup-vouch = ✌️ I confirm
button-pickup-refuse = ✖️ No, do not hand over
button-pickup-withdraw = ✖️ Not needed any more
button-pickup-bar = 🚫 Must not collect
button-pickup-bar-name = 🚫 Add who must not collect
button-pickup-lift = ↩️ Ask to lift it
button-pickup-lift-yes = ✅ Yes, may collect again
button-pickup-lift-no = 🚫 No, leave it as it is
pickup-outsider-name =
    ✋ <b>{ $name }: somebody else came?</b>
    Keep the child with you. Type the full name as it stands in the document.
pickup-outsider =
    ✋ <b>Not on the list:</b> { $person }
    came for { $name }
pickup-outsider-asked = 🙋 At the gate: { $who }
pickup-outsider-called = ☎️ Parent who said yes on the phone: { $who }
pickup-outsider-call = <b>First call a parent.</b> Best of all, the parent adds this person to the list at once: then nothing more is needed. Otherwise press whom you spoke to and who said yes. Nobody answers? Then the child stays.
pickup-outsider-waits = ⏳ Your colleagues have been asked. As soon as one of them confirms, you read it here.
pickup-outsider-question = <b>Do you confirm that the child may be handed over to this person?</b> If in doubt, call the parent yourself.
pickup-outsider-confirmed = ✌️ <b>Confirmed.</b> Look at the document once more: the name has to be the same. It holds for one hour and for one time.
pickup-outsider-with-asker = ✌️ <b>Confirmed.</b> The colleague at the gate hands the child over.
pickup-whom-outsider = ✋ { $name } (not on the list)
pickup-bar-name = 🚫 Who must not collect { $name }? Choose one of the parents, or type the full name of somebody else. It holds at once; the family does not see it.
pickup-bar-why =
    🚫 <b>{ $person } must not collect { $name }.</b>
    It holds from now on. Why? Choose or type it; only those who hand children over read it.
pickup-bar-how = It is lifted when an organizer asks for it and the primary parent says yes.
pickup-lift-sent = The primary parent has been asked. Until they say yes it stays.
pickup-lift-waits = ⏳ The primary parent has been asked. Until they say yes it stays.
pickup-lifted = ✅ <b>{ $name }</b>: this person may collect the child again, if they are on the list.
pickup-kept = 🚫 <b>{ $name }</b>: it stays as it is. This person does not get the child.
pickup-reason-court = A court’s decision
pickup-reason-family = The family asked for it
pickup-reason-unknown = Nobody knows this person
notice-pickup-asked =
    ✋ <b>Your confirmation is needed.</b>
    { $person }, not on the list, came for { $name }. Asks: { $who }. { $event }
notice-pickup-vouched = ✌️ <b>{ $who } confirmed:</b> { $name } may leave with { $person }. Look at the document and hand the child over. { $event }
notice-pickup-refused = ✖️ <b>{ $who } says no:</b> do not hand { $name } over to { $person }. { $event }
notice-pickup-lift =
    🚫 <b>{ $name }</b>: at present the camp does not hand your child over to <b>{ $person }</b>. An organizer asks whether this person may collect again. { $event }

    Only you decide. Without your yes nothing changes.
notice-pickup-outsider =
    ✋ <b>{ $name } has left the camp</b> · { $time }
    👤 { $person }, <b>who is not on your list</b>
    A parent agreed on the phone. { $proof }. Handed over by: { $by }. Confirmed by: { $second }. { $event }

    Not right? Please call the camp at once.
