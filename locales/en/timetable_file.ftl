button-timetable-file = 📥 From a file
button-timetable-template = 📄 The timetable as a file
button-timetable-apply = ✅ Write what is new and changed ({ $count })
button-timetable-apply-whole = 🗑 Write all, cancel what is missing ({ $count })
timetable-sheet = Timetable
timetable-column-code = Code (empty: a new session)
timetable-column-on = Day
timetable-column-starts = Start
timetable-column-ends = End
timetable-column-title-kk = Title, Kazakh
timetable-column-title-ru = Title, Russian
timetable-column-title-en = Title, English
timetable-column-place-kk = Place, Kazakh
timetable-column-place-ru = Place, Russian
timetable-column-place-en = Place, English
timetable-column-speaker-kk = Speaker, Kazakh
timetable-column-speaker-ru = Speaker, Russian
timetable-column-speaker-en = Speaker, English
timetable-column-kind = Kind (lecture, seminar, training, workshop, excursion, ceremony, contest, meeting, meal, free, travel)
timetable-column-stream = Stream (empty: everybody)
timetable-column-capacity = Places (empty: no sign-up)
timetable-file =
    📥 <b>{ $title }: the timetable as a file</b>

    Change the spreadsheet and send it back here. Leave the codes as they are; a row without a code is a new session. A YAML file with <code>sessions:</code> works too.

    First you will see what every row would do. Nothing is written without your press.
timetable-file-ask = 📥 Send the filled spreadsheet (XLSX) or a YAML file.
timetable-file-not-xlsx = ⚠️ This is not an XLSX spreadsheet.
timetable-file-not-yaml = ⚠️ This is neither an XLSX spreadsheet nor a YAML file with sessions.
timetable-file-macros = ⚠️ The spreadsheet has macros. Save it as XLSX without macros.
timetable-file-too-large = ⚠️ The file is too large.
timetable-file-too-many = ⚠️ More than 1,000 rows. Send it in parts.
timetable-file-empty = ⚠️ There are no rows in the file.
timetable-file-not-fetched = ⚠️ The file could not be fetched from Telegram. Send it once more.
timetable-report = 📋 <b>{ $title }: what the file would change</b>
timetable-rows-new = 🆕 New: { $count }
timetable-rows-changed = 🔁 Changed: { $count }
timetable-rows-same = ✅ As it is: { $count }
timetable-rows-wrong = ❌ With a mistake: { $count }
timetable-rows-gone = ➖ Not in the file: { $count }
timetable-row-wrong = ❌ Row { $row }: { $why }
timetable-row-new = 🆕 Row { $row }: { $icon } <b>{ $title }</b>, { $when }
timetable-row-changed = 🔁 Row { $row }: { $icon } <b>{ $title }</b>
timetable-row-gone = ➖ { $icon } { $title }, { $when }
timetable-report-more = … and { $count } more.
timetable-report-foot = Nothing is written yet.
timetable-report-wrong = Nothing was written. Correct the rows with mistakes and send the file again.
timetable-report-nothing = The timetable is already like this: there is nothing to write.
timetable-applied = ✅ <b>Written. Sessions: { $count }.</b> In a minute everybody reads in one message what changed for them.
timetable-taken-back = ↩️ Taken back. Sessions: { $count }. Nobody was told.
timetable-problem-kind = ⚠️ There is no such kind of session.
timetable-problem-stream = ⚠️ There is no such stream.
timetable-problem-languages = ⚠️ The title and the place are needed in all three languages; a speaker in all three or in none.
timetable-problem-date = ⚠️ The day could not be read. Write it like this: 07.07.2027
timetable-problem-twice = ⚠️ This code stands in the file twice.
timetable-problem-code = ⚠️ There is no session with this code. Leave the code empty for a new one.
