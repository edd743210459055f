"""From files to values: every file of a project is read here, and nowhere else.

Whatever lies in a folder, it never ends in a traceback: a file is read, or a problem says in Dutch
what to do about it. ``folders`` says which files there are, ``texts`` gets their text, ``files``
makes a model of it or says what is wrong on which line, ``everything`` reads a whole project.
"""

from gids.reading.everything import ForSearch, read_for_search, read_offer, read_project
from gids.reading.files import locate, read_file

__all__ = ["ForSearch", "locate", "read_file", "read_for_search", "read_offer", "read_project"]
