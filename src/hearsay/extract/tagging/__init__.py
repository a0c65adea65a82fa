"""Who is credited with which words: the trained networks and how they read a text."""
