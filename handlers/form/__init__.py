"""Asking a question of any kind and reading the answer."""
