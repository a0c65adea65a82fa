"""Programs that make the weights that Hearsay ships."""
