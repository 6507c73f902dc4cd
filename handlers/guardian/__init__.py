"""What a guardian sees: who, what, where, the exact words, and the decision."""
