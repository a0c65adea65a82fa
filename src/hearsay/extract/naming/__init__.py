"""Who is named in an article, with every mention."""
