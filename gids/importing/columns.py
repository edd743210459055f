"""The columns of a spreadsheet: those of our template, and what others call them."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from msgspec import Struct

from gids.dutch import folded


class Column(Struct, frozen=True):
    """Its heading, the path of keys to which its cells go, an example, and other headings."""

    heading: str
    path: str
    example: str
    others: str

    @property
    def key(self) -> str:
        return self.path.rpartition(".")[2]


COLUMNS: tuple[Column, ...] = (
    Column(
        "Organisatie",
        "organisatie",
        "Voorbeeldbuurthuis",
        "aanbieder, organisator, door, instelling, partner",
    ),
    Column("Titel", "titel", "Koffieochtend", "activiteit, naam activiteit, naam, wat, onderwerp"),
    Column(
        "Samenvatting",
        "samenvatting",
        "Elke dinsdag koffie met buurtgenoten.",
        "korte omschrijving, kort, intro, in het kort",
    ),
    Column(
        "Omschrijving",
        "omschrijving",
        "We drinken koffie aan de grote tafel.",
        "beschrijving, toelichting, tekst, informatie, uitleg",
    ),
    Column(
        "Thema's", "themas", "ontmoeten", "thema, categorie, categorieen, soort activiteit, rubriek"
    ),
    Column("Voor wie", "voor_wie", "ouderen", "doelgroep, doelgroepen, bestemd voor"),
    Column(
        "Wanneer",
        "wanneer",
        "",
        "dag en tijd, dagen en tijden, moment, rooster, tijden, wanneer en hoe laat",
    ),
    Column("Hoe vaak", "soort", "elke week", "frequentie, herhaling"),
    Column("Dag", "dag", "dinsdag", "dagen, weekdag, dag van de week"),
    Column("Datum", "data", "", "datums, op"),
    Column(
        "Van",
        "van",
        "10:00",
        "begintijd, begin, aanvang, start, starttijd, tijd, hoe laat, tijdstip",
    ),
    Column("Tot", "tot", "11:30", "eindtijd, einde, eind"),
    Column(
        "Niet in",
        "niet_in",
        "schoolvakanties, feestdagen",
        "behalve, uitzonderingen, vervalt in, niet tijdens",
    ),
    Column("Plek", "waar", "de-luifel", "locatie, plaats en adres, gebouw, ruimte, zaal"),
    Column("Adres", "straat", "", "straat en huisnummer, bezoekadres"),
    Column("Postcode", "postcode", "", "pc"),
    Column("Plaats", "plaats", "", "woonplaats, gemeente"),
    Column("Kosten", "kosten", "gratis", "prijs, bijdrage, eigen bijdrage, tarief, wat kost het"),
    Column(
        "Aanmelden",
        "aanmelden",
        "nee, loop gewoon binnen",
        "aanmelding, opgeven, inschrijven, aanmelden nodig",
    ),
    Column("Wie u spreekt", "contact.wie", "de gastvrouw", "functie, contact"),
    Column(
        "Telefoon",
        "contact.telefoon",
        "023 - 123 45 67",
        "tel, telefoonnummer, tel nr, telnr, bellen",
    ),
    Column("E-mail", "contact.e_mail", "info@voorbeeld.nl", "email, mail, mailadres, e mailadres"),
    Column("Website", "contact.website", "", "site, url, link, internet, webadres"),
    Column(
        "Zonder drempels",
        "toegankelijkheid.drempelvrij",
        "ja",
        "rolstoel, rolstoeltoegankelijk, toegankelijk, rolstoelvriendelijk",
    ),
    Column("Leeftijd vanaf", "leeftijd_van", "", "leeftijd, vanaf leeftijd, minimumleeftijd"),
    Column("Eerste dag", "vanaf", "", "startdatum, begindatum, vanaf datum"),
    Column("Laatste dag", "tot_en_met", "", "einddatum, t m"),
    Column(
        "Gecontroleerd op",
        "gecontroleerd_op",
        "",
        "gecontroleerd, laatst gecontroleerd, bijgewerkt op",
    ),
)


def plain(heading: str) -> str:
    """A heading for comparing: small letters, no accents, no marks."""
    return " ".join(re.findall(r"[a-z0-9]+", folded(heading)))


BY_NAME: Mapping[str, Column] = {
    plain(name): column
    for column in reversed(COLUMNS)
    for name in (*column.others.split(","), column.key, column.heading)
}


def known_columns(cells: Sequence[str]) -> dict[int, Column]:
    """By position; the first of two columns for the same field counts."""
    found: dict[int, Column] = {}
    for position, cell in enumerate(cells):
        column = BY_NAME.get(plain(cell))
        if column and column not in found.values():
            found[position] = column
    return found


def unknown_headings(cells: Sequence[str], columns: Mapping[int, Column]) -> str:
    """The columns that were left out, by name, told once."""
    left = [cell for position, cell in enumerate(cells) if cell and position not in columns]
    return f"Deze kolommen kennen we niet en zijn overgeslagen: {', '.join(left)}." if left else ""


MADE_ON = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


# --- the template ----------------------------------------------------------------------------


def template_csv() -> str:
    """An empty table with an example row, as a Dutch spreadsheet opens it: semicolons, UTF-8."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerow([column.heading for column in COLUMNS])
    writer.writerow([column.example for column in COLUMNS])
    return "\ufeff" + made.getvalue()


def template_excel() -> bytes:
    """The same as a workbook; every cell is text, so that Excel leaves 10:00 and 023 alone."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Activiteiten")
    sheet.append([column.heading for column in COLUMNS])
    sheet.append([column.example for column in COLUMNS])
    for position, column in enumerate(COLUMNS, 1):
        sheet.cell(1, position).font = Font(bold=True)
        whole = sheet.column_dimensions[get_column_letter(position)]
        whole.width = max(12, len(column.example) + 2, len(column.heading) + 2)
        whole.number_format = "@"
    sheet.freeze_panes = "B2"
    made = io.BytesIO()
    book.save(made)
    return without_time(made.getvalue())


def without_time(data: bytes) -> bytes:
    """The same workbook as bytes that do not depend on the hour or on a way of packing."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(made, "w", ZIP_STORED) as target:
        for name in source.namelist():
            content = MADE_ON.sub(b"2026-01-01T00:00:00Z", source.read(name))
            target.writestr(ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    return made.getvalue()
