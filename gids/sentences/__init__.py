"""A schedule and a price as Dutch that reads aloud well: short for a card, complete for a page."""

from gids.sentences.cost import cost_short, cost_text
from gids.sentences.schedule import schedule_long, schedule_short

__all__ = ("cost_short", "cost_text", "schedule_long", "schedule_short")
