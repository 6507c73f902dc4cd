branch-only = 🗺 Only: { $title }
