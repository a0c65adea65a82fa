"""What a page's markup sets apart as quoted. Documents of older cases have none: nobody asked their pages."""

SQL = "ALTER TABLE document ADD COLUMN blocks TEXT NOT NULL DEFAULT '[]';"
