"""What a page's layout says of who is quoted: signatures, transcripts, block quotations."""
