broadcast-album = 🖼 Photos in one album: { $number }
broadcast-document = 📎 With a document
broadcast-links = 🔗 Buttons: { $labels }
broadcast-album-above = 👆 This is how the album arrives: the text stands under the photos.
button-links = 🔗 Buttons with links
button-link-add = ➕ Add a button
links-head = <b>🔗 Buttons with links</b>
links-none =
    <b>🔗 Buttons with links</b>

    None yet. Up to { $most } buttons can stand under the announcement: a map, a list of things to bring, a form.
link-ask =
    <b>🔗 Which link?</b>

    Type the address and, below it, what the button says: in Kazakh, in Russian and in English, each on a line of its own. One line is enough if it is the same for all. At most { $longest } characters.

    https://2gis.kz/almaty
    Карта
    Карта
    Map
link-problem-address = ⚠️ The address must begin with https:// and hold no spaces, for example https://2gis.kz/almaty. Please send it again with the labels below it.
link-problem-labels = ⚠️ Below the address type one line for all languages, or three: Kazakh, Russian, English. Please send it again.
link-problem-long = ⚠️ The label or the address is too long. Please shorten it and send it again.
error-mixed-files = An announcement carries photos or a document, not both. Remove what is attached first.
error-too-many-photos = An album holds 10 photos at most. The rest was not added.
broadcast-taken =
    📥 Taken: { $length } of { $longest } characters; it goes out as { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    }. If there is more of this text, just send the rest. If not, press the button.
broadcast-in-parts =
    { $number ->
        [one] ✉️ It goes out as { $number } message.
       *[other] ✉️ It goes out as { $number } messages one after the other; buttons stand under the last.
    }
button-broadcast-all-of-it = ✅ That is all of it
button-broadcast-anew = ✏️ Write it anew
