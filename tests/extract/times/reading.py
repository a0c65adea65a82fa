"""What the tests of times share: a text read, as short rows."""

from hearsay.extract.times import read_times
from hearsay.extract.tokens import tokenize
from hearsay.model import Moment, Precision

PRECISIONS = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}
WEDNESDAY = "2024-09-18"


def expressions(text, published=WEDNESDAY):
    """The time expressions of `text`, published on a day, in a month or year, or nobody knows when."""
    moment = Moment(published, PRECISIONS[len(published)], None, "test") if published else None
    return read_times(tokenize(text), moment)


def rows(text, published=WEDNESDAY):
    """(words, type, days) of each; the days as "first/last", as one if they are the same, "" for none."""
    return [
        (text[each.span[0] : each.span[1]], each.type, days(each.earliest, each.latest))
        for each in expressions(text, published)
    ]


def days(earliest, latest):
    if earliest is None and latest is None:
        return ""
    return earliest if earliest == latest else f"{earliest or ''}/{latest or ''}"


def dated(text, published=WEDNESDAY):
    """Words and days of what names days."""
    return [(words, when) for words, _, when in rows(text, published) if when]
