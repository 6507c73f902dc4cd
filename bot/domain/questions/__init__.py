"""The kinds of questions: one small object per kind, one module per family."""
