"""How the example case is made from its readable sources."""
