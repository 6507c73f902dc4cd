button-duplicates = 👯 Duplicates: { $count }
button-duplicates-none = 👯 Duplicates: none
button-take-back = ↩️ Undo
button-duplicates-list = 👯 To the list
button-merges = 📜 What was merged
duplicates-head =
    👯 <b>{ $title }</b>

    Somebody seems to be registered twice. Pairs: <b>{ $count }</b>. Open a pair and compare.
duplicates-none =
    👯 <b>{ $title }</b>

    Nobody is registered twice. When a similar registration comes in, I will write to you.
pair-question = 👯 <b>Is this one person?</b>
pair-side =
    { $mark } <b>{ $name }</b>
    { $status }
    Sent { $at }, account: { $by }
pair-same = ✅ { $what }: { $value }
pair-differs =
    ❗️ { $what }:
    ① { $one }
    ② { $other }
pair-nothing = none
pair-birth-date = Date of birth
pair-phone = Phone
pair-school = From
pair-guardians = Parents
pair-stream = Stream
pair-why = Why they look alike: { $reasons }.
duplicate-name = same name
duplicate-name-part = a part of the name is the same
duplicate-name-near = the names differ by one letter
duplicate-name-word = one word of the name is the same
duplicate-birth-date = same date of birth
duplicate-birth-date-near = the date of birth may have a slip in it
duplicate-phone = same phone
duplicate-school = same school or region
duplicate-guardian = a parent in common
button-keep = ✅ One person, keep { $mark }
button-apart = 👥 Different people
button-open-side = 👁 Open { $mark }
merge-question =
    👯 <b>{ $name }</b>

    Registration { $kept } stays, registration { $ended } is closed, and its place goes to the first on the waitlist. The family gets a short message without details.
merge-shares = The same adult sees both registrations already, so the parents of both will see the one that stays. Consents remain as they were given.
merge-stays-two = The registrations were made from different accounts, so everybody still sees only their own. Only the extra registration is closed.
button-merge-yes = ✅ Yes, close the extra one
merged = ✅ Done: one registration stays. We write to the family in 20 seconds. You can undo it now, or later under “What was merged”.
set-apart = 👥 Noted: these are different people. The pair will not be shown again.
merges-head =
    📜 <b>{ $title }</b>

    What was merged, newest first:
merges-none = Nothing yet.
merge-line = • { $at }, { $by }: <b>{ $name }</b>
merge-line-undone = • { $at }, { $by }: <s>{ $name }</s>, undone
button-merge-undo = ↩️ Separate: { $name }
merge-undone = ↩️ Separated, the registration stands again.
notice-duplicates-found = 👯 “{ $event }”: somebody seems to have registered twice. Please have a look.
notice-registration-twice = ℹ️ <b>{ $name }</b>: the second registration for “{ $event }” is closed. If this is a mistake, please write to the organizers.
notice-registration-stays = ℹ️ <b>{ $name }</b>: the registration for “{ $event }” stands. A similar one was closed as a duplicate; there is nothing for you to do.
notice-registration-reopened = ℹ️ <b>{ $name }</b>: the registration for “{ $event }” stands again.
history-duplicate-keep = kept, of two registrations of one person
history-duplicate-end = closed as a duplicate
history-duplicate-apart = marked as no duplicate
history-duplicate-apart-undo = mark “no duplicate” taken back
history-duplicate-undo = merge undone
