"""What actors did, or announced, besides talking."""

from hearsay.extract.actions.actions import actions

__all__ = ["actions"]
