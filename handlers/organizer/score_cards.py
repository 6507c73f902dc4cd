"""The screens of reviewing with marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.actions.scoring import CardPage, RankingPage, ScoreRoom
from bot.domain.event import Stage
from bot.domain.scoring import MARKS, Criterion
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.form.answers import answer_line, short
from handlers.organizer.presses import ScorePress, SelectionPress

Row = tuple[Button, ...]

LONGEST_LABEL, LONGEST_ANSWER, MOST_CHARACTERS = 60, 900, 3800


def room(t: Translator, found: ScoreRoom) -> Outgoing:
    """How far the marking has come, and what can be done."""
    lines = [
        t("score-head", title=found.event.title, stream=found.stream.title),
        Html("\n".join([t("score-criteria"), *(f"• {_title(t, one)}" for one in found.method.criteria)])),
        t("score-progress", done=found.done, total=found.total, each=found.method.reviewers_per),
    ]
    if found.method.is_blind:
        lines.append(t("score-blind"))
    rows: list[Row] = []
    if found.stream.stage is Stage.OPEN:
        rows.append((_press(t("button-score-next"), "next", found.stream.id, style="success"),))
        rows.extend(_own_row(t, one.registration_id, one.is_conflict) for one in found.own)
    else:
        lines.extend(_chosen(t, found))
    if found.can_undo and found.choice is not None:
        rows.append((_press(t("button-undo"), "undo", found.stream.id, str(found.choice.id)),))
    rows.append((_press(t("button-score-ranking"), "ranking", found.stream.id, "0"),))
    back = SelectionPress(do="room", id=found.event.id).pack()
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (Button(text=t("button-selection-back"), data=back),)))


def card(t: Translator, page: CardPage) -> Outgoing:
    """One registration to mark: the answers, and five buttons for each criterion."""
    number = page.registration.id
    head = t("score-card-name", name=page.name) if page.name else t("score-card", number=str(number))
    answers = [answer_line(t, one, page.answers, page.context, longest=LONGEST_ANSWER) for one in page.questions]
    while answers and len("\n\n".join(answers)) > MOST_CHARACTERS:
        answers.pop()
    lines: list[str] = [head, *answers]
    if page.card.comment:
        lines.append(t("score-comment-is", text=page.card.comment))
    lines.append(t("score-whole") if page.card.is_whole else t("score-not-whole"))
    rows: list[Row] = []
    for place, one in enumerate(page.method.criteria):
        rows.append((_press(_title(t, one), "card", number),))
        rows.append(tuple(_mark(page, place, one, mark) for mark in MARKS))
    more = ("comment", "conflict")
    rows.append(tuple(_press(t(f"button-score-{do}"), do, number) for do in more))
    if page.card.is_whole:
        rows.append((_press(t("button-score-next"), "next", page.stream.id, style="success"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _room_row(t, page.stream.id)))


def comment_question(t: Translator, page: CardPage) -> Outgoing:
    """Ask for a comment."""
    back = (_press(t("button-back"), "card", page.registration.id),)
    return Outgoing(text=t("score-comment-question"), keyboard=(back,))


def ranking(t: Translator, page: RankingPage) -> Outgoing:
    """One page of the order that comes of the marks."""
    found = page.room
    lines = [t("score-ranking-head", stream=found.stream.title, page=page.page + 1, pages=page.pages)]
    for place, one, name in page.rows:
        who = name or t("score-card", number=str(one.registration_id))
        score = t("score-none") if one.score is None else Html(f"{one.score:.2f}{' =' if one.is_tied else ''}")
        key = "score-line-in" if found.stream.stage is Stage.OPEN and place <= page.cut else "score-line"
        lines.append(t(key, place=place, name=who, score=score, reviews=one.reviews))
    if not page.rows:
        lines.append(t("list-none"))
    text = Html("\n".join(lines))
    explained = [t("score-explained")] + ([t("score-tied")] if page.is_cut_tied else [])
    rows: list[Row] = []
    if page.pages > 1:
        steps = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_press(label, "ranking", found.stream.id, str(to % page.pages)) for to, label in steps))
    if page.scores:
        rows.append((_press(t("button-score-picture"), "picture", found.stream.id),))
    if found.stream.stage is Stage.OPEN and page.rows:
        rows.append((_press(t("button-score-choose"), "ask", found.stream.id, style="success"),))
    return Outgoing(text="\n\n".join([text, *explained]), keyboard=(*rows, _room_row(t, found.stream.id)))


def bars(scores: Sequence[float]) -> tuple[tuple[str, int, int | None], ...]:
    """How many scores lie in each half of a mark."""
    counted = Counter(min(max(round(one * 2) / 2, MARKS[0]), MARKS[-1]) for one in scores)
    halves = [half / 2 for half in range(MARKS[0] * 2, MARKS[-1] * 2 + 1)]
    return tuple((f"{half:.1f}", counted[half], None) for half in reversed(halves))


def picture(t: Translator, page: RankingPage, drawn: bytes) -> Outgoing:
    """How the scores are spread."""
    return Outgoing(text=t("score-picture"), photo=drawn, keyboard=(_room_row(t, page.room.stream.id),))


def choose_question(t: Translator, page: RankingPage) -> Outgoing:
    """Ask before the places are given by the marks."""
    found = page.room
    key = "score-choose-question-offers" if found.event.offered_for else "score-choose-question"
    lines = [t(key, places=page.cut, waiting=found.total - page.cut)]
    if found.done < found.total:
        lines.append(t("score-choose-early", missing=found.total - found.done))
    if page.is_cut_tied:
        lines.append(t("score-tied"))
    yes = (_press(t("button-score-choose-yes"), "choose", found.stream.id, style="success"),)
    return Outgoing(text="\n\n".join(lines), keyboard=(yes, _room_row(t, found.stream.id)))


def _chosen(t: Translator, found: ScoreRoom) -> list[Html]:
    if found.choice is None:
        return []
    number, told, seated = found.counts
    line = t("choice-told", told=told, count=number) if told < number else t("choice-told-all")
    return [t("lottery-applied", seated=seated, waiting=number - seated), line]


def _own_row(t: Translator, number: int, is_conflict: bool) -> Row:  # noqa: FBT001 - what the card says
    key = "button-score-own-conflict" if is_conflict else "button-score-own"
    return (_press(t(key, number=str(number)), "card", number),)


def _mark(page: CardPage, place: int, one: Criterion, mark: int) -> Button:
    is_given = page.card.marks.get(one.code) == mark
    label = f"✓ {mark}" if is_given else str(mark)
    return _press(label, "mark", page.registration.id, f"{place}.{mark}", style="success" if is_given else None)


def _title(t: Translator, one: Criterion) -> Html:
    return t.of(one.title) if one.title else t("score-overall")


def _room_row(t: Translator, stream_id: int) -> Row:
    return (_press(t("button-score-back"), "room", stream_id),)


def _press(text: str, do: str, id_: int, value: str = "", style: str | None = None) -> Button:
    data = ScorePress(do=do, id=id_, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)
