"""The rules of registering, in plain Python: no input, no output, no clock."""
