branch-only = 🗺 Только: { $title }
