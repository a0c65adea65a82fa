"""The graph page: chains, copies and answers, laid out in layers."""

from hearsay.workbench.graph.page import drawing, page

__all__ = ["drawing", "page"]
