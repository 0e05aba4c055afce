"""The bytes of a file, plain or compressed by gzip, within bounds of memory and time.

What cannot be opened, breaks off, or inflates out of all proportion (a zip bomb) raises one `RefusedError` that says
why and what to do.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

LARGEST = 100_000_000
"""Bytes of the largest file that is held whole: a text, a page, a JSON document; inflated, where it is compressed."""
LONGEST = 64_000_000
"""Characters of the longest line or cell of a table that is read in a stream."""
MOST_INFLATED = 2_000_000_000
"""Bytes of the largest compressed file that is inflated to disk, because its readers go to and fro in it."""
HARMLESS = 20_000_000
"""Bytes up to which nobody asks how far a file was compressed."""
MOST_RATIO = 200
"""How many times its compressed size a file may have; text reaches about ten, text of one line repeated fifty."""


class RefusedError(Exception):
    """A file cannot be read; the message says why and what to do."""


def whole(path: Path, *, compressed: bool = False) -> bytes:
    """Return all bytes of ``path``, inflated where it is ``compressed``. Raises RefusedError, also over `LARGEST`."""
    with opened(path, compressed=compressed) as file:
        size = path.stat().st_size
        if not compressed and size > LARGEST:
            raise RefusedError(f"it holds {size:,} bytes, and no article has over {LARGEST:,}; split it")
        with refusing():
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RefusedError(f"it inflates to over {LARGEST:,} bytes, which no article has; split it")
    return data


def digest(path: Path) -> str:
    """Return the sha256 of the file as it lies there, in hexadecimal. Raises RefusedError."""
    with opened(path) as file, refusing():
        return hashlib.file_digest(file, "sha256").hexdigest()


def size(path: Path) -> int:
    """Return how many bytes the file has as it lies there. Raises RefusedError."""
    with refusing():
        return path.stat().st_size


@contextlib.contextmanager
def opened(path: Path, *, compressed: bool = False) -> Iterator[io.BufferedReader]:
    """Give ``path`` as a stream of bytes, inflated where it is ``compressed``. Raises RefusedError."""
    with refusing():
        if not path.is_file():
            raise RefusedError("it is no ordinary file, or a link that leads nowhere; take it away")
        raw = _open(path)
    with raw:
        yield io.BufferedReader(_Inflated(raw)) if compressed else raw


@contextlib.contextmanager
def seekable(path: Path, *, compressed: bool = False) -> Iterator[IO[bytes]]:
    """Give ``path`` as a file to go to and fro in; a ``compressed`` one is inflated to disk. Raises RefusedError."""
    with opened(path, compressed=compressed) as file:
        if not compressed:
            yield file
            return
        with tempfile.TemporaryFile() as inflated:
            with refusing():
                while data := file.read(1 << 20):
                    if inflated.tell() > MOST_INFLATED:
                        raise RefusedError(f"it inflates to over {MOST_INFLATED:,} bytes; split it")
                    inflated.write(data)
            inflated.seek(0)
            yield inflated


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Turn what the system and gzip say of a file into RefusedError."""
    try:
        yield
    except gzip.BadGzipFile as error:
        raise RefusedError(f"it is not compressed by gzip, or damaged ({error}); get it anew or unpack it") from error
    except EOFError as error:
        raise RefusedError("it breaks off, its end is missing; get it anew") from error
    except zlib.error as error:
        raise RefusedError(f"its compressed data are damaged ({error}); get it anew") from error
    except PermissionError as error:
        raise RefusedError(f"{error.strerror}; allow yourself to read it") from error
    except OSError as error:
        raise RefusedError(error.strerror or str(error)) from error


def _open(path: Path) -> io.BufferedReader:
    return path.open("rb")


class _Inflated(io.RawIOBase):
    """What a gzip file inflates to, refused when it grows out of all proportion to what was read of it."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._file = gzip.GzipFile(fileobj=raw, mode="rb")
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        with refusing():
            data = self._file.read1(len(buffer))  # what is there, so that nothing before a break is lost
        self._count += len(data)
        if self._count > HARMLESS and self._count > MOST_RATIO * self._raw.tell():
            raise RefusedError(
                f"it inflates to over {MOST_RATIO} times its size, as a zip bomb does; if it is none, unpack it"
            )
        buffer[: len(data)] = data
        return len(data)
