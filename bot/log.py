"""The log: ids and facts on stderr, never a secret and never a person's data.

Always true, whoever writes (our code, a library through ``logging``, a warning, an uncaught exception): no bot token
leaves the process, and an exception whose words may hold personal data is shown as its type and place only.
"""

import logging
import re
import sys
import threading
import traceback
from types import TracebackType
from typing import Literal

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

_TOKEN = re.compile(r"\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
_SAFE_PACKAGES = {"bot", "handlers", "storage", "sqlite3"}  # packages whose own errors hold no data
_SAFE_KINDS = (OSError, ImportError, AttributeError, NameError, TypeError, RuntimeError)
_CHATTY = ("aiogram", "aiohttp.access", "apscheduler", "asyncio", "fluent")

get_logger = structlog.get_logger
log: structlog.stdlib.BoundLogger = structlog.get_logger()


def redact(text: str) -> str:
    """Return the text with every bot token replaced."""
    return _TOKEN.sub("<token>", text)


def describe_error(error: BaseException) -> str:
    """Return the error's type, and its words only where they speak of code and not of people."""
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    is_safe = isinstance(error, _SAFE_KINDS) or kind.__module__.split(".")[0] in _SAFE_PACKAGES
    return f"{name}: {error}" if is_safe else name


def describe_traceback(exc_info: ExcInfo) -> str:
    """Return the error, what led to it and where, oldest first."""
    return "\n".join(_trace(exc_info[1], seen=set()))


def configure(*, level: str = "INFO", style: Literal["text", "json"] = "text") -> None:
    """Send everything that is logged, warned about or uncaught through one safe door to stderr."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_describe_errors_in_arguments)
    handler.setFormatter(_formatter(style))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


class _SafeFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record and hides tokens in the finished line, wherever they came from."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def _formatter(style: Literal["text", "json"]) -> _SafeFormatter:
    return _SafeFormatter(
        foreign_pre_chain=_BEFORE,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.ExceptionRenderer(describe_traceback),
            _renderer(style),
        ],
    )


def _renderer(style: Literal["text", "json"]) -> Processor:
    if style == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def _trace(error: BaseException | None, *, seen: set[int]) -> list[str]:
    if error is None or id(error) in seen:
        return []
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = _trace(earlier, seen=seen)
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    lines += ["which led to:"] if lines else []
    lines += [frames, describe_error(error)] if frames else [describe_error(error)]
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        lines += ["holding:", *_trace(inner, seen=seen)]
    return lines


def _describe_errors_in_values(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {
        key: describe_error(value) if isinstance(value, BaseException) and key != "exc_info" else value
        for key, value in event.items()
    }


_BEFORE: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _describe_errors_in_values,
]


def _describe_errors_in_arguments(record: logging.LogRecord) -> bool:
    """Keep an error's own words out of a library's line: as an argument, or already pasted into the text."""
    if isinstance(record.args, tuple):
        record.args = tuple(describe_error(a) if isinstance(a, BaseException) else a for a in record.args)
    error = record.exc_info[1] if record.exc_info else None
    if error is None or record.args or not isinstance(record.msg, str):
        return True
    for words in filter(None, (repr(error), str(error))):
        record.msg = record.msg.replace(words, describe_error(error))
    return True


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("uncaught", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(uncaught: threading.ExceptHookArgs) -> None:
    if uncaught.exc_value is not None:
        _log_uncaught(uncaught.exc_type, uncaught.exc_value, uncaught.exc_traceback)
