"""The chat's door: unpack what a person did, run one action, show a screen."""

import bot.middlewares  # noqa: F401 - aiogram is imported there, with its models unbuilt, before any handler asks for it
