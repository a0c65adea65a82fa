"""Who has what from whom, how statements spread, and from how many roots they come."""
