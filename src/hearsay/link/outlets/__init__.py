"""Which outlet it is, where it stands and whose it is; which outlets a text names."""

from hearsay.link.outlets.directory import Directory, directory

__all__ = ["Directory", "directory"]
