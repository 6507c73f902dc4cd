problem-choose-button = ⚠️ Please press one of the buttons below.
problem-consent-needed = ⚠️ You cannot sign up without this. If you do not agree, you can cancel the form.
problem-date-impossible = ⚠️ There is no such day: { $day }.{ $month }.{ $year }. Please check it.
problem-date-in-future = ⚠️ That day has not come yet. Please give the date of birth.
problem-date-needed = ⚠️ Choose a date or type it like this: 17.05.2012
problem-date-not-understood = ⚠️ I could not read that date. Type it like this: 17.05.2012
problem-date-too-early = ⚠️ That is too early for this event. The earliest date is { $earliest }.
problem-date-too-late = ⚠️ That is too late for this event. The latest date is { $latest }.
problem-file-too-large = ⚠️ The file is too large. At most { $megabytes } MB.
problem-file-type = ⚠️ This kind of file will not do. Please send a photo or a PDF.
problem-file-needed = ⚠️ Please send a file or a photo.
problem-photo-needed = ⚠️ Please send a photo.
problem-document-needed = ⚠️ Please send the document as a file.
problem-name-has-digits = ⚠️ A name has no digits. Please type the surname and the first name in letters.
problem-name-has-symbols = ⚠️ The name has symbols in it. Please use letters only.
problem-name-too-long =
    ⚠️ That is too long. At most { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }.
problem-name-two-words = ⚠️ Please give both the surname and the first name. For example: Saparova Aiym.
problem-number-needed = ⚠️ Please type a number or press a button.
problem-number-too-high = ⚠️ That is too high. At most { $high }.
problem-number-too-low = ⚠️ That is too low. At least { $low }.
problem-phone-needed = ⚠️ Share your number with the button below or type it like this: +7 701 123 45 67
problem-phone-not-callable = ⚠️ This number cannot be called. Please give another one.
problem-phone-not-own = ⚠️ That contact belongs to somebody else. Share your own number with the button or type it.
problem-phone-not-understood = ⚠️ I could not read that number. Type it like this: +7 701 123 45 67
problem-press-stale = ⚠️ That button is out of date. Please use the ones below.
problem-several-too-few =
    ⚠️ Please mark at least { $least ->
        [one] { $least } answer
       *[other] { $least } answers
    }.
problem-several-too-many =
    ⚠️ You can mark at most { $most ->
        [one] { $most } answer
       *[other] { $most } answers
    }. Please unmark one first.
problem-text-needed = ⚠️ Please type your answer.
problem-text-too-long =
    ⚠️ That is too long: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }. At most { $longest }.
problem-unit-not-found = ⚠️ Nothing like that was found. Try another spelling or choose from the list.
problem-file-empty = ⚠️ The file is empty. Please send it again.
problem-file-broken = ⚠️ This file cannot be read. Please send it again or choose another one.
problem-picture-too-large = ⚠️ The picture is too large: at most 40 megapixels. Please send it smaller.
problem-pdf-locked = ⚠️ This PDF is locked with a password. Please send one without a password.
problem-pdf-active = ⚠️ This PDF can run something by itself, so it is not taken. Please send a plain PDF or a photo.
problem-file-not-fetched = ⚠️ I could not fetch the file from Telegram. Please send it once more.
problem-file-too-many = ⚠️ There are too many files already. Please send no more of them; what you sent is kept.
