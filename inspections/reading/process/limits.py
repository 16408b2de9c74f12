"""What one file may cost: seconds, memory, bytes read and bytes answered."""

from __future__ import annotations

CPU_SECONDS = 7
WALL_SECONDS = 9  # storing and a busy machine included, ten
# Address space; a child reading reports needs 180 MB of it, a quarter of that in memory.
MEMORY_BYTES = 384 * 1024 * 1024
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_ANSWER_BYTES = 32 * 1024 * 1024
