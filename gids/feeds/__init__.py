"""Everything that other programs read: calendars, news feeds, open data, and words for machines."""
