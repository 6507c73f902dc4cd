"""The chat's door: unpack what a person did, run one action, show a screen."""
