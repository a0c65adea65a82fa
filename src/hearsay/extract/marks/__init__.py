"""Quotations by their marks."""
