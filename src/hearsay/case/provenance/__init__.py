"""Who has what from whom, how a statement spread, and from how many roots it comes: what a case says of it."""
