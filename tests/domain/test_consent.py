"""What the answers about one text come to: never freer than the strictest that nobody has resolved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.consent import Answer, ConsentText, Decision, Level, Resolution, Route, State, standing
from bot.domain.language import Language, Localized

NOW = datetime(2027, 3, 1, tzinfo=UTC)
WORDS = Localized(kk="x", ru="x", en="x")
LEVELS = tuple(Level(code=code, title=WORDS) for code in ("none", "inside", "public"))


def text(version: int = 1, *, has_levels: bool = False) -> ConsentText:
    return ConsentText(
        id=version,
        event_id=1,
        purpose="photo",
        version=version,
        is_required=not has_levels,
        title=WORDS,
        body=WORDS,
        levels=LEVELS if has_levels else (),
    )


def says(number: int, voice: str, decision: Decision, *, version: int = 1, level: str = "") -> Answer:
    return Answer(
        id=number,
        purpose="photo",
        version=version,
        voice=voice,
        account_id=None,
        name=voice,
        decision=decision,
        level=level,
        reason=None,
        route=Route.CHAT,
        language=Language.KK,
        decided_at=NOW + timedelta(hours=number),
    )


def settles(upto: int, decision: Decision, *, version: int = 1, level: str = "") -> Resolution:
    return Resolution(
        purpose="photo",
        version=version,
        decision=decision,
        level=level,
        upto_id=upto,
        reason="both were called",
        resolved_at=NOW + timedelta(hours=upto),
    )


def test_what_one_person_says_later_counts_and_what_was_said_before_does_not() -> None:
    found = standing(text(), [says(1, "mother", Decision.REFUSED), says(2, "mother", Decision.GIVEN)])
    assert (found.state, found.is_disputed, len(found.answers)) == (State.GIVEN, False, 1)


def test_of_two_who_differ_the_stricter_holds_until_somebody_resolves_it() -> None:
    answers = [says(1, "mother", Decision.GIVEN), says(2, "father", Decision.REFUSED)]
    assert standing(text(), answers).state is State.REFUSED
    assert standing(text(), answers).is_disputed
    resolved = standing(text(), answers, [settles(2, Decision.GIVEN)])
    assert (resolved.state, resolved.is_disputed) == (State.GIVEN, False)
    again = standing(text(), [*answers, says(3, "father", Decision.WITHDRAWN)], [settles(2, Decision.GIVEN)])
    assert (again.state, again.is_disputed) == (State.REFUSED, True), "a newer no is a new no"


def test_an_answer_to_older_words_is_not_enough_for_newer_ones() -> None:
    old = says(1, "mother", Decision.GIVEN)
    assert standing(text(2), [old]).state is State.OUTDATED
    assert standing(text(2), [old, says(2, "father", Decision.GIVEN, version=2)]).state is State.GIVEN
    assert standing(text(2), [says(1, "mother", Decision.REFUSED)]).state is State.REFUSED, "a no stays a no"
    old_peace = [settles(1, Decision.GIVEN)]
    assert standing(text(2), [old], old_peace).state is State.OUTDATED, "so is a peace about older words"


def test_of_levels_the_strictest_holds() -> None:
    photo = text(has_levels=True)
    answers = [
        says(1, "mother", Decision.GIVEN, level="public"),
        says(2, "father", Decision.GIVEN, level="inside"),
    ]
    found = standing(photo, answers)
    assert (found.state, found.is_disputed, found.level) == (State.GIVEN, True, LEVELS[1])
    unknown = standing(photo, [says(1, "mother", Decision.GIVEN, level="everywhere")])
    assert unknown.rank == 0, "what the text does not know allows nothing"


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["mother", "father", "grandmother"]),
        st.sampled_from([*Decision]),
        st.sampled_from(["none", "inside", "public"]),
        st.integers(1, 2),
        st.one_of(st.none(), st.integers(0, 2)),
    ),
    max_size=14,
)


@settings(max_examples=600, deadline=None)
@given(moves=MOVES, has_levels=st.booleans())
def test_in_any_history_nothing_is_freer_than_the_strictest_unresolved_answer(
    moves: list[tuple[str, Decision, str, int, int | None]], has_levels: bool
) -> None:
    asked = text(2, has_levels=has_levels)
    answers: list[Answer] = []
    peace: list[Resolution] = []
    for number, (voice, decision, level, version, settled) in enumerate(moves, start=1):
        answers.append(says(number, voice, decision, version=version, level=level if has_levels else ""))
        if settled is not None and settled <= asked.freest:
            code = LEVELS[settled].code if has_levels else ""
            kind = Decision.GIVEN if settled else Decision.REFUSED
            peace.append(settles(number, kind, version=2, level=code))
    found = standing(asked, answers, peace)
    newest = {one.voice: one for one in answers}
    last_peace = peace[-1] if peace else None
    open_ranks = [
        asked.rank(one.decision, one.level)
        for one in newest.values()
        if last_peace is None or one.id > last_peace.upto_id
    ]
    assert all(found.rank <= rank for rank in open_ranks)
    if last_peace is not None and any(one.id <= last_peace.upto_id for one in newest.values()):
        assert found.rank <= asked.rank(last_peace.decision, last_peace.level)
    if found.state is State.GIVEN:
        assert found.rank > 0
        fresh = any(one.version == 2 and asked.rank(one.decision, one.level) for one in newest.values())
        assert fresh or found.resolution is not None


def test_the_property_would_notice_if_the_freest_answer_held() -> None:
    answers = [says(1, "mother", Decision.GIVEN), says(2, "father", Decision.REFUSED)]
    freest = max(text().rank(one.decision, one.level) for one in answers)
    assert freest > standing(text(), answers).rank
