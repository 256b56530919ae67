"""The TOML files of a pack made into audiences, facts and card decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.audience import Audience, AudienceLayer
from facilitator.curriculum.fields import Fields
from facilitator.curriculum.header import PER
from facilitator.curriculum.pack import NO_ROLES, Card, CardDeck, CheckRoles, Fact
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.values import Place, Value

CONFIDENCES = ("H", "M", "L", "K")
HIGHEST_LEVEL = 9
KINDS_OF_FACT = ("", "law", "research", "platform", "practice")


def read_audiences(table: Value, findings: FileFindings) -> tuple[Audience, ...]:
    """Give the audiences of ``audiences.toml``."""
    fields = Fields(table, findings, "audience")
    found = tuple(_audience(item) for item in fields.tables("audience"))
    fields.unknown()
    return tuple(audience for audience in found if audience.id)


def _audience(item: Fields) -> Audience:
    audience_id = item.text("id", required=True)
    name = item.text("name", audience_id, required=True)
    layer = item.choice("layer", [str(layer) for layer in AudienceLayer], "function")
    audience = Audience(
        id=audience_id,
        code=item.text("code", audience_id[:3].upper()),
        name=name,
        short=item.text("short", name),
        layer=AudienceLayer(layer),
        cares=item.texts("cares"),
        fears=item.texts("fears"),
        decides=item.texts("decides"),
        can=item.texts("can"),
        matters=tuple(_matter(matter) for matter in item.tables("matters")),
        targets=_targets(item.table("targets")),
    )
    item.unknown()
    return audience


def _matter(item: Fields) -> tuple[str, tuple[str, ...]]:
    found = item.text("text", required=True), item.texts("facts")
    item.unknown()
    return found


def _targets(table: Fields | None) -> tuple[tuple[str, int], ...]:
    if table is None:
        return ()
    names = table.keys()
    return tuple((name, table.whole(name, 1, low=1, high=HIGHEST_LEVEL)) for name in names)


def read_roles(table: Fields | None) -> CheckRoles:
    """Give the roles of the table ``checks`` in ``pack.toml``."""
    if table is None:
        return NO_ROLES
    roles = CheckRoles(
        leaders=table.text("leaders"),
        simulation_tracks=table.texts("simulation_tracks"),
        transfer_tracks=table.texts("transfer_tracks"),
        sensitive_units=table.texts("sensitive_units"),
        rule_making_units=table.texts("rule_making_units"),
        basics_of_rules=table.texts("basics_of_rules"),
    )
    table.unknown()
    return roles


def read_facts(table: Value, findings: FileFindings) -> tuple[Fact, ...]:
    """Give the facts of ``facts.toml``."""
    fields = Fields(table, findings, "fact")
    found = tuple(_fact(item) for item in fields.tables("fact"))
    fields.unknown()
    return tuple(fact for fact in found if fact.id)


def _fact(item: Fields) -> Fact:
    fact = Fact(
        id=item.text("id", required=True),
        claim=item.text("claim", required=True),
        source=item.text("source", required=True),
        confidence=item.choice("confidence", CONFIDENCES, "K"),
        jurisdiction=item.text("jurisdiction"),
        as_of=item.day("as_of"),
        review_by=item.day("review_by"),
        kind=item.choice("kind", KINDS_OF_FACT, ""),
    )
    item.unknown()
    return fact


def read_deck(table: Value, findings: FileFindings) -> CardDeck | None:
    """Give the card deck of a file in ``materials``; None without an id."""
    fields = Fields(table, findings, "deck")
    deck_id = findings.subject = fields.text("id", required=True)
    unit_id, title = fields.text("unit", required=True), fields.text("title", deck_id, required=True)
    use, per = fields.text("use"), fields.choice("per", PER, "group")
    is_pre_read = fields.choice("when", ("during", "before"), "during") == "before"
    is_trainers = fields.choice("for", ("participants", "trainer"), "participants") == "trainer"
    cards: list[Card] = []
    places: dict[str, Place] = {}
    for item in fields.tables("card"):
        card = _card(item)
        if card.id in places:
            findings.error(
                "deck.duplicate-card",
                _("The card “{id}” is there twice.").format(id=card.id),
                _("Give one of them another id."),
                item.place_of("id"),
            )
        places.setdefault(card.id, item.place)
        cards.append(card)
    fields.unknown()
    if not deck_id:
        return None
    return CardDeck(
        deck_id,
        unit_id,
        title,
        tuple(cards),
        use,
        per,
        findings.path,
        is_pre_read=is_pre_read,
        is_trainers=is_trainers,
    )


def _card(item: Fields) -> Card:
    card = Card(
        id=item.text("id", required=True),
        title=item.text("title"),
        text=item.text("text", required=True),
        audiences=item.texts("audiences"),
        answer=item.text("answer"),
        why=item.text("why"),
    )
    item.unknown()
    return card
