"""A local Telegram with a browser chat: a Bot API server over real HTTP that needs no token and no network."""

from .errors import PlayError
from .params import Upload
from .server import Playground, Scenario
from .telegram import Telegram
from .world import DEFAULT_TOKEN

__all__ = ["DEFAULT_TOKEN", "PlayError", "Playground", "Scenario", "Telegram", "Upload"]
