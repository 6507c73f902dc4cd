"""What every update passes: who is this, which language, which way back."""

from bot.middlewares.late_models import import_aiogram

import_aiogram()  # before any module of this package or of `handlers` imports a part of it
