"""Reports inside somebody's words, level by level."""
