"""The coalition's instrument: what there is for whom, what is missing, and whether it grows.

Small pure rooms over the same directory that residents see. Nothing here reads a disk or a clock;
``gids/coalition_pages/`` shows it and ``gids/commands/measure.py`` keeps one line of it per day.

=================  ===============================================================================
``instrument``     all of it, worked out once; what ``measure`` keeps; what ``check`` warns of
``offer``          one listed activity as the coalition counts it
``holidays``       the quiet times that are watched, and what goes on then
``cells``          a table of counts, each cell with the activities behind it
``grids``          the tables of one group: week, place, cost, accessibility, holiday
``coverage``       every group, and the groups side by side
``dependence``     how many organisers carry what there is for a group
``gaps``           what is missing, in Dutch sentences
``expectations``   what was agreed to be there, and where it is not
``figures``        the indicators that the site counts by itself
``monitor``        content/monitor/: one line per day, and what came and went
``charts``         a figure over time as a drawing
``goals``          where the coalition wants to be, and how far it is
``completeness``   what a partner can still add, in kind words
``network``        who does what, with whom, and what is wanted and offered
``digest``         what was new and what stopped in a month
``tables``         rows to take away
=================  ===============================================================================
"""
