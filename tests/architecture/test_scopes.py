"""No query about many registrations can forget whose they may be: it takes a scope."""

import re

from storage.database import read_queries
from storage.engine import engine_of

OF_MANY = re.compile(r"\b(registrations|family)\b")
NOT_ORGANIZERS = {
    "registrations.active": "one participant's own claim",
    "registrations.add": "one new claim",
    "drafts.find_open": "one person's own drafts",
    "opinions.may_say": "one person's own right to an opinion",
    "nudges.due": "the program's own work",
    "reminders.held": "the program's own work",
    "forms.drafts_under_way": "drafts that were never sent go on under a new form, whoever's they are",
    "forms.count_to_ask": "only how many, for those who run the whole programme",
    "forms.count_under_way": "only how many, for those who run the whole programme",
    **{
        f"holds.{name}": "newer words of a consent, as a file is loaded" for name in ("renew", "renew_again", "suspend")
    },
    **{f"holds.{name}": "guardians who are told of newer words" for name in ("to_renew", "given_before")},
}
"""Queries by an event that nobody's screen is made of."""


def unlimited(queries: dict[str, str]) -> set[str]:
    """Return the queries by an event that read registrations without being limited to units."""
    return {
        query
        for query, text in queries.items()
        if OF_MANY.search(text) and ":event_id" in text and ":units" not in text
    }


def test_every_query_about_the_registrations_of_an_event_takes_a_scope() -> None:
    assert unlimited(read_queries(engine_of("sqlite:///any.db"))) == set(NOT_ORGANIZERS)


def test_a_query_that_forgets_the_scope_is_found() -> None:
    query = read_queries(engine_of("sqlite:///any.db"))["registrations.counts"]
    assert unlimited({"forgetful": query.split(" AND (:units")[0]}) == {"forgetful"}
