"""The ledger in forms that people and programs outside read; one module a format."""
