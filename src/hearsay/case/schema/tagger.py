"""The tagger that reads this case: no row before the first `add`, then one."""

SQL = "CREATE TABLE tagger (name TEXT NOT NULL) STRICT;"
