button-find = 🔎 Find
find-question =
    🔎 <b>{ $title }</b>

    Whom are we looking for? Type any part of a name (a guardian’s will do), a school or a phone. Any letters will do: Айгерім, Айгерим and Aigerim find the same person.
find-short = 🔎 Please type at least two letters or digits.
find-none = 🔎 Nobody found. Try a shorter part, or another word: the school, the phone.
find-found = 🔎 Found: <b>{ $total }</b>. You can type the next name right away.
find-more = 🔎 Found: <b>{ $total }</b>. Here are the first { $shown }: more precise, please, a first name and a surname or a school.
