"""What every update passes: who is this, which language, which way back."""
