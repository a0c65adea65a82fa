"""What the reader answers for each word around a cue."""

PARTS = 4
NOTHING, SOURCE, CUE, CONTENT = range(PARTS)
