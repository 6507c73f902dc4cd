"""What whoever registers sees after the form."""
