"""Which of the shingles that texts meet by are their own: found anew, with all copies, at the next `add`."""

SQL = """
DELETE FROM compared;
"""
