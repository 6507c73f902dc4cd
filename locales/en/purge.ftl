purge-head = 🧹 <b>Data deleted on time</b>
    { $days }
purge-answers = • Answers from forms: { $number }
purge-copies = • Names, birth dates and phones of participants: { $number }
purge-reasons = • Reasons of decisions: { $number }
purge-messages = • Messages that could not be handled: { $number }
purge-updates = • Records of handled messages: { $number }
purge-notices = • Texts of old notices: { $number }
purge-links = • Expired links: { $number }
purge-drafts = • Cancelled forms: { $number }
purge-threads = • Conversations with the camp: { $number }
purge-letters = • Letters of squad leaders, with photos: { $number }
purge-nothing = Nothing was due in this month.
purge-proof = ✅ Everything that remains was checked just now. Still there past its date: 0.
purge-overdue = ⚠️ Everything that remains was checked just now. Still there past its date: { $number }. Deletion goes on every hour; if this number does not become 0 within a day, please look at the log.
