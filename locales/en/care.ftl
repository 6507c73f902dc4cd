error-seal-broken = Part of this record cannot be opened. Please tell the organizers: they will look into it.
