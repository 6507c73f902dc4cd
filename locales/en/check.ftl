button-checks = ⚠️ To check: { $count }
button-checks-none = ⚠️ To check: none
button-checks-list = ⚠️ To the list
button-check-fine = 👌 It is fine
checks-head =
    ⚠️ <b>{ $title }</b>

    Something looks unusual: <b>{ $count }</b>. Nobody was refused, just have a look.
checks-none =
    ⚠️ <b>{ $title }</b>

    Nothing looks unusual.
check-line =
    <b>{ $name }</b>
    { $reasons }
check-settled = 👌 Noted: it is fine. I will not bring it up again.
doubt-age-grade = the age does not fit the grade
doubt-consent-late = it begins soon and a parent's consent is missing
doubt-name-trial = looks like somebody trying the form
doubt-name-digits = the name has digits in it
doubt-name-signs = the name has signs or emoji in it
doubt-name-mashed = looks like random letters
doubt-name-scripts = Latin and Cyrillic letters in one word
doubt-name-capitals = the name is in capitals only
doubt-name-one-word = the name is one word
doubt-phone-shared = several families gave this phone
doubt-many-children = very many children from this account
history-doubt-settle = looked at: it is fine
history-doubt-unsettle = mark “it is fine” taken back
case-doubts = ⚠️ Worth a look: { $reasons }
