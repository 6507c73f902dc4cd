error-lottery-rules = These limits cannot all hold: check the minimums, the maximums and the number of places.
error-lottery-number = Please type the number from the announced source in digits, for example 512.34. If no source was announced, no number is needed.
error-lottery-changed = The draw was stopped: the list no longer matches the fingerprint published at the opening. Nothing was drawn.
error-lottery-early = The lottery can be opened once registration has closed, so that nobody is left out.
error-lottery-empty = There is nobody to draw from: no complete registration with consent is waiting.
error-lottery-places = There are not that many places to draw for. Please give a smaller number.
button-selection-lottery = 🎲 Lottery: { $stream }
lottery-head = 🎲 <b>{ $title }</b> · { $stream }
lottery-plan =
    Places to draw for: <b>{ $places }</b>
    Taking part now: <b>{ $entries }</b> (complete registrations with consent)
lottery-rules = <b>Rules:</b>
lottery-rules-none = No rules: everybody has the same chance.
lottery-rule-free = { $value }: any number
lottery-rule-least = { $value }: at least { $minimum }
lottery-rule-most = { $value }: at most { $maximum }
lottery-rule-both = { $value }: from { $minimum } to { $maximum }
lottery-source = 🔢 Public number: <b>{ $source }</b>
lottery-source-none = 🔢 No public number: whoever runs the server has to be trusted. Better name one.
lottery-early = ⏳ It can be opened after registration closes: { $day }.
button-lottery-region = ➕ Rule: region
button-lottery-grade = ➕ Rule: grade
button-lottery-gender = ➕ Rule: girls, boys
button-lottery-source = 🔢 Public number
button-lottery-open = 🔒 Open the lottery
lottery-values-region = Which region is the rule about?
lottery-values-grade = Which grade is the rule about?
lottery-values-gender = Whom is the rule about?
lottery-rule-question =
    { $rule }

    Step the limits with the buttons. There are { $places } places.
button-lottery-least = At least:
button-lottery-most = At most:
button-lottery-any = At most: any number
button-lottery-rule-done = ✅ Done
lottery-source-question =
    🔢 Which number shall be mixed in? It must not exist yet, and nobody here may control it. Everybody must be able to look it up.

    Type it, for example: National Bank, US dollar in tenge, 5 June 2027
button-lottery-no-source = Without a number
lottery-open-question =
    🔒 Open the lottery for <b>{ $stream }</b>: { $entries } registrations, { $places } places?

    The list and the rules cannot be changed after that, and every family gets its code.
button-lottery-open-yes = 🔒 Yes, open
lottery-opened =
    🔒 <b>Lottery No. { $number } is open.</b>
    Taking part: { $entries } · places: { $places }
lottery-hash =
    Hash of everything above and of the list:
    <code>{ $sha256 }</code>
button-lottery-file = 📄 Document for everyone
button-lottery-draw = 🎲 Draw
button-lottery-off = ✖️ Call it off
lottery-off-question = Call this lottery off? Nobody is drawn; the next one will carry the next number, so that everybody sees it.
button-lottery-off-yes = ✖️ Yes, call it off
lottery-number-question =
    🔢 Please type the number: <b>{ $source }</b>

    For example 512.34
lottery-draw-question =
    🎲 Draw with the number <b>{ $number }</b>?

    There is one draw only. Please compare the number once more.
lottery-draw-question-bare = 🎲 Draw now? There is one draw only.
button-lottery-draw-yes = 🎲 Yes, draw
lottery-by-number = Drawn with the public number <b>{ $number }</b>.
lottery-drawn =
    🎉 Won: <b>{ $winners }</b> · waiting: <b>{ $waitlist }</b>

    Nobody has been told and no place has been given yet.
lottery-missed = ⚠️ Not reached, because the rules got in each other’s way: { $rule }
button-lottery-list = 📋 The list
button-lottery-picture = 📊 By region
button-lottery-apply = ✅ Give the places
lottery-apply-question =
    ✅ Give places to the winners ({ $winners }) and put the others ({ $waitlist }) on the waitlist in the drawn order?

    Every family is told after 30 seconds; until then you can undo it.
lottery-apply-question-offers =
    ✅ Offer places to the winners ({ $winners }) and put the others ({ $waitlist }) on the waitlist in the drawn order? A place that is not taken in time goes on.

    Every family is told after 30 seconds; until then you can undo it.
button-lottery-apply-yes = ✅ Yes, give them
lottery-applying = ⏳ Giving the places: { $count } registrations…
lottery-applied = ✅ <b>The result is applied.</b> With a place: { $seated } · without: { $waiting }
choice-told = 📨 Families told: { $told } of { $count }. It begins 30 seconds after the choice.
choice-told-all = 📨 Every family has been told.
choice-undone = Undone: everything is as it was, nobody was told.
button-lottery-again = 🎲 Next lottery
button-lottery-back = 🎲 Back to the lottery
lottery-list-head = 📋 <b>{ $stream }</b>, page { $page } of { $pages }
lottery-list-won = { $place }. 🎉 { $code } · { $name }
lottery-list-waits = { $place }. 🕓 { $code } · { $name }
lottery-picture = 📊 Won, of those who took part, by region.
lottery-no-region = No region
lottery-file =
    📄 Publish this document and the hash <b>before</b> the public number is known:
    <code>{ $sha256 }</code>
lottery-file-drawn =
    📄 The result for everyone. The hash is the one published at the opening:
    <code>{ $sha256 }</code>
notice-lottery-opened =
    🎲 <b>{ $name }</b>: who gets a place in “{ $event }” will be decided by a lottery.

    Your code: <b>{ $code }</b>. The list is closed now; photograph the hash below, and nobody can change anything unseen.
notice-choice-won = 🎉 <b>{ $name }</b>: there is a place in “{ $event }” for you!
notice-choice-offer =
    🎉 <b>{ $name }</b>: there is a place in “{ $event }” for you!

    Please take it before <b>{ $until }</b>. After that it goes to the next.
notice-choice-waits = 🕓 <b>{ $name }</b>: there was no place in “{ $event }” for you this time. You are on the waitlist: <b>No. { $place }</b>. If a place is freed, we will write at once.
choice-code = 🎲 Your code in the lottery: <b>{ $code }</b>. Anybody can check the result.
button-lottery-own = 🎲 About the lottery
lottery-own-numbers = { $entries } take part, there are { $places } places.
lottery-own-code = Your code: <b>{ $code }</b>
lottery-own-none = Your registration is not on the list: when the list was closed, it was not complete or had no consent.
lottery-own-won = 🎉 Won, No. { $place } in the drawn order.
lottery-own-waits = 🕓 Not won, No. { $place } in the drawn order.
button-lottery-check = 📄 Document and how to check it
lottery-script = This little program checks a lottery. It needs Python and no internet; anybody may read it.
lottery-check =
    📄 To check: put both files into one folder and run
    <code>python3 verify.py { $name } { $sha256 }</code>

    The hash must be the one you noted when the lottery was opened.
