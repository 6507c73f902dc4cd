"""What cannot stand in one announcement together."""

from __future__ import annotations

from bot.domain.errors import DomainError


class MixedFilesError(DomainError):
    """An announcement carries photos or a document, not both."""

    code = "mixed-files"


class TooManyPhotosError(DomainError):
    """An album holds ten photos at most."""

    code = "too-many-photos"
