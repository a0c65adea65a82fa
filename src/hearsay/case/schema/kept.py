"""What takes minutes to work out of a large case, kept until it is of another state; made again at need.

The index lets all readings be listed without the texts that stand between in the table.
"""

SQL = """
CREATE TABLE kept (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX document_reading ON document (id, reading);
"""
