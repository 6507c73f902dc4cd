"""What organizers see: counts, registrations, decisions, announcements."""
