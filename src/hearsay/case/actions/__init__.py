"""What actors did, as the case keeps and tells it."""

from hearsay.case.actions.listing import ActionRow, Doer, actions

__all__ = ["ActionRow", "Doer", "actions"]
