"""Which words answer which, as the case keeps and tells them."""

from hearsay.case.answers.answering import UNANSWERED, Answerer, forget_responses
from hearsay.case.answers.exchanging import Unanswered, exchanges, unanswered
from hearsay.case.answers.listing import AnswerRow, Party, answer, answers, same_answers
from hearsay.case.answers.verifying import response_damage

__all__ = [
    "UNANSWERED",
    "AnswerRow",
    "Answerer",
    "Party",
    "Unanswered",
    "answer",
    "answers",
    "exchanges",
    "forget_responses",
    "response_damage",
    "same_answers",
    "unanswered",
]
