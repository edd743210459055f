"""What something costs, in words."""

from decimal import Decimal

from gids.dutch import joined, money, sentence
from schema import Amount, Cost

COST_WORDS = {
    "gratis": "gratis",
    "vrije gift": "vrije gift",
    "onbekend": "kosten onbekend, bel even",
}

SHORT = 36
"""Characters that fit behind the place on a card."""


def cost_text(cost: Cost) -> str:
    """``gratis``, ``€ 2,50 per keer``, ``kosten onbekend, bel even``; a note is a sentence."""
    amounts = [amount_words(amount) for amount in cost.amounts]
    told = (
        "; ".join(amounts)
        if any("," in (one.what_for or "") for one in cost.amounts)
        else joined(amounts)
    )
    words = ": ".join(part for part in (COST_WORDS.get(cost.kind, ""), told) if part)
    return ". ".join(
        part
        for part in (words, cost.note and (sentence(cost.note) if words else cost.note))
        if part
    )


def amount_words(amount: Amount) -> str:
    what = f" {amount.what_for}" if amount.what_for else ""
    return price(amount.amount) + what


def price(amount: Decimal) -> str:
    return money(amount) if amount else "gratis"


def cost_short(cost: Cost) -> str:
    """For a card: ``gratis``, ``€ 2,50 per keer``, ``€ 2,50 tot € 20,00``, ``via de Wmo``."""
    if cost.kind != "betaald":
        return COST_WORDS[cost.kind]
    amounts = sorted({amount.amount for amount in cost.amounts})
    if not amounts:
        return cost.note if cost.note and len(cost.note) <= SHORT else "betaald"
    if len(amounts) > 1:
        return f"{price(amounts[0])} tot {price(amounts[-1])}"
    words = amount_words(cost.amounts[0])
    return words if len(cost.amounts) == 1 and len(words) <= SHORT else price(amounts[0])
