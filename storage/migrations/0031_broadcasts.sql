-- Announcements whose sender has lost the right to send them: since when nobody answers for them.
ALTER TABLE broadcasts ADD COLUMN left_at INTEGER;
