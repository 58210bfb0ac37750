"""The 21 weights of FSRS-6, by the names that its formulas have for them."""

from typing import NamedTuple


class Weights(NamedTuple):
    """The weights w0 to w20, in the order in which every FSRS-6 library lists them.

    w0..w3 are the stabilities (days) after a first again, hard, good and easy. w4..w7 set the
    difficulty, w8..w10 the growth of stability after a pass, w11..w14 the stability after a
    failure. w15 and w16 are the factors of hard and easy, w17..w19 are for reviews on the same
    day, and w20 is the decay of the forgetting curve.
    Source: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
    """

    w0: float
    w1: float
    w2: float
    w3: float
    w4: float
    w5: float
    w6: float
    w7: float
    w8: float
    w9: float
    w10: float
    w11: float
    w12: float
    w13: float
    w14: float
    w15: float
    w16: float
    w17: float
    w18: float
    w19: float
    w20: float
