"""What the tagger found, laid over what quotation marks and clauses say."""
