"""Paths and folders: every regular file once, in sorted order, whatever else lies there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from errno import ELOOP
from pathlib import Path

from hearsay.collect.names import file_location
from hearsay.model import Refusal

# Browsers save what a page needs into a folder with this suffix beside the page: scripts and advertisements.
_PAGE_PARTS = "_files"
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def walk(
    path: Path, *, passed_over: Callable[[str, str], None] | None = None
) -> Iterator[tuple[Path, bool] | Refusal]:
    """Every file at or under `path`, with whether it was itself named; folders by name, in byte order.

    Links are followed; a link back to a folder that holds it is refused, a folder reached a second time is
    passed over. Hidden files and folders, pipes, sockets, devices and the `_files` folder of a saved page
    are passed over where they are met, and refused where they are named. Memory: the names in one folder
    at each level.
    """
    report = passed_over or (lambda location, why: None)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield _refused(path, error)
        return
    if not stat.S_ISDIR(status.st_mode):
        odd = _odd(status)
        if odd:
            yield Refusal(_place(path), f"{odd}, not a file", "Name a file or a folder")
        else:
            yield path, True
        return
    # Folders are known by device and inode. An explicit stack, for trees deeper than Python's own.
    key = (status.st_dev, status.st_ino)
    seen = {key}
    pending: list[tuple[Iterator[Path], tuple[int, int]]] = []
    listed = _listed(path)
    if isinstance(listed, Refusal):
        yield listed
        return
    pending.append((listed, key))
    while pending:
        child = next(pending[-1][0], None)
        if child is None:
            pending.pop()
            continue
        if child.name.startswith("."):
            report(_place(child), "hidden")
            continue
        try:
            status = child.stat()
        except (OSError, ValueError) as error:
            yield _refused(child, error)
            continue
        if not stat.S_ISDIR(status.st_mode):
            odd = _odd(status)
            if odd:
                report(_place(child), odd)
            else:
                yield child, False
            continue
        key = (status.st_dev, status.st_ino)
        if any(key == above for _, above in pending):
            yield Refusal(
                _place(child),
                "a link back to a folder that holds it",
                "Nothing is lost: the folder is read once; remove the link to be rid of this message",
            )
        elif key in seen:
            report(_place(child), "a folder already read under another name")
        elif child.name.endswith(_PAGE_PARTS) and _belongs_to_page(child):
            report(_place(child), "the parts of a saved page (scripts, styles, advertisements)")
        else:
            seen.add(key)
            listed = _listed(child)
            if isinstance(listed, Refusal):
                yield listed
            else:
                pending.append((listed, key))


def _listed(folder: Path) -> Iterator[Path] | Refusal:
    try:
        names = sorted(os.listdir(folder), key=os.fsencode)  # noqa: PTH208 - names only: folders can be huge
    except OSError as error:
        return _refused(folder, error)
    return (folder / name for name in names)


def _belongs_to_page(folder: Path) -> bool:
    stem = folder.name.removesuffix(_PAGE_PARTS)
    return any((folder.parent / f"{stem}{ending}").exists() for ending in (".html", ".htm"))


def _odd(status: os.stat_result) -> str | None:
    return next((what for is_kind, what in _KINDS if is_kind(status.st_mode)), None)


def _place(path: Path) -> str:
    try:
        return file_location(path)
    except (OSError, ValueError):
        return repr(str(path))


def _refused(path: Path, error: OSError | ValueError) -> Refusal:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refusal(_place(path), f"cannot be opened ({reason})", remedy_for(path, error))


def remedy_for(path: Path, error: OSError | ValueError) -> str:
    """What to do about a path that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return "The link leads nowhere: remove it" if path.is_symlink() else "Check the spelling of the path"
    if isinstance(error, OSError) and error.errno == ELOOP:
        return "The link leads to itself: remove it"
    if isinstance(error, PermissionError):
        return "Allow yourself to read it (chmod u+r), or copy it to where you can"
    return "Check that the disk is there and readable"
