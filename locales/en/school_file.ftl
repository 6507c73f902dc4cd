button-schools-table = 📥 Schools from a table
button-schools-template = 📄 The schools as a table
button-schools-write = ✅ Write it: { $count }
button-schools-table-undo = ↩️ Take it back
schools-sheet = Schools
schools-column-code = Code (leave empty for a new school)
schools-column-place = Region or district it belongs to (its name or code)
schools-column-kk = Name, Kazakh
schools-column-ru = Name, Russian
schools-column-en = Name, English
schools-table =
    📥 <b>{ $title }: schools from a table</b>

    Add rows below and send the table back here: XLSX or CSV, the same columns, the first row is the head. A new school needs the region or district and a name; in a language without a name, another one’s is shown.

    First you will see what every row would do. Nothing is written without your press.
schools-table-ask = 📥 Send the table with schools (XLSX or CSV).
schools-table-not-xlsx = ⚠️ This spreadsheet cannot be read. Save it as XLSX or CSV.
schools-table-not-table = ⚠️ This is neither an XLSX spreadsheet nor a CSV file.
schools-table-macros = ⚠️ The spreadsheet has macros. Save it as XLSX without macros.
schools-table-too-large = ⚠️ The file is too large.
schools-table-too-many = ⚠️ More than 2,000 rows. Send it in parts.
schools-table-empty = ⚠️ There are no rows in the file.
schools-table-not-fetched = ⚠️ The file could not be fetched from Telegram. Send it once more.
schools-report = 📋 <b>{ $title }: what the table would change</b>
schools-rows-new = 🆕 New: { $count }
schools-rows-changed = 🔁 Renamed: { $count }
schools-rows-same = ✅ As it is: { $count }
schools-rows-wrong = ⛔ Wrong: { $count }
schools-row-new = 🆕 { $row }. { $title } → { $place }
schools-row-changed = 🔁 { $row }. { $was } → { $title }
schools-row-wrong = ⛔ { $row }. { $title }: { $why }
schools-report-more = … and { $count } more
schools-report-foot = Nothing is written yet. Is it right?
schools-report-wrong = Nothing is written. Correct the rows with ⛔ and send the table once more.
schools-report-nothing = Everything is there already: nothing to write.
schools-wrong-name = there is no name
schools-wrong-long = the name is longer than 100 letters
schools-wrong-code = there is no school with this code
schools-wrong-place = no such region or district
schools-wrong-places = several are called so: write the code instead of the name
schools-wrong-lowest = no schools stand inside this one
schools-wrong-higher = schools stand deeper: write the district inside it
schools-wrong-twice = stands in the table twice
schools-wrong-moved = the school belongs to another region or district
schools-wrong-filed = the name comes from the programme’s file: change it there
schools-wrong-renamed = such a school was added and then renamed: write its code
schools-written = ✅ Written: { $count }. The schools can be chosen in the form at once. It can be taken back within 10 minutes, as long as nobody has chosen one of them.
schools-taken-back = ↩️ Taken back: { $count }. Everything is as it was.
