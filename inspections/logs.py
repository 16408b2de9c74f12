"""Structured logs: an event with its values, as one line that a person and a program can read.

    log = get_logger(__name__)
    log.info("file taken in", run=7, result="stored")     # event="file taken in" run=7 result=stored

They go the way of all logs (settings.LOGGING), which adds the time, the level and who says so.
"""

import structlog
from structlog.stdlib import get_logger

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.processors.format_exc_info,
        structlog.processors.LogfmtRenderer(key_order=["event"]),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)

__all__ = ["get_logger"]
