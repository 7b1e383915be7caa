"""The bench itself works: it starts Mellom, sees every update answered, and reads its figures."""

from tests.bench.contenders import contenders
from tests.bench.measure import measure


def test_mellom_answers_every_update_of_a_small_bench() -> None:
    mellom = contenders()[0]
    found = measure(mellom, updates=40, users=10)
    assert (mellom.name, found.rate > 0, 0 < found.ready < 60) == ("Mellom", True, True)
