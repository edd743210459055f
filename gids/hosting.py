"""What the host of the repository reads: who looks at which change, and questions in its own forms.

Made from the partner list, so that a new partner has an owner and a name in every list at once.
An issue is taken in by ``import`` as any mail is: its headings are those of the spreadsheet.
"""

from collections.abc import Iterator

import yaml
from msgspec import Struct

from gids import dutch
from gids.output import Output
from gids.project import Project

FOLDER = ".github/"
MADE = "# Gemaakt door: python build.py refresh. Verander dit bestand niet zelf.\n"


NO_OWNERS = """\
# Wie een wijziging bekijkt, staat bij ‘eigenaars’ in content/instellingen.yaml en in
# partners/<organisatie>/organisatie.yaml. Zolang daar niets staat, is er geen vaste lezer."""


class Question(Struct, frozen=True):
    """One question of an issue form. ``kind`` is input, textarea or dropdown."""

    id: str
    label: str
    help: str
    kind: str = "input"
    options: tuple[str, ...] = ()
    needed: bool = True


class IssueForm(Struct, frozen=True):
    """One issue form; ``title`` is how the issue begins."""

    file: str
    name: str
    description: str
    title: str
    questions: tuple[Question, ...]


def outputs(project: Project) -> Iterator[Output]:
    """The owners and the forms."""
    yield Output(f"{FOLDER}CODEOWNERS", owners(project))
    names = tuple(
        sorted((e.model.name for e in project.organisations.values()), key=dutch.sort_key)
    )
    for form in forms(names):
        yield Output(f"{FOLDER}ISSUE_TEMPLATE/{form.file}.yml", as_yaml(form_tree(form)))
    yield Output(f"{FOLDER}ISSUE_TEMPLATE/config.yml", as_yaml(config(project)))


def owners(project: Project) -> str:
    """The municipality's team looks at everything, a partner at its own folder too."""
    everywhere = " ".join(project.settings.owners)
    lines = [MADE + NO_OWNERS]
    if everywhere:
        lines += ["", f"* {everywhere}"]
    lines += [
        f"/partners/{folder}/ {' '.join((*entry.model.owners, everywhere)).strip()}"
        for folder, entry in sorted(project.organisations.items())
        if entry.model.owners
    ]
    return "\n".join(lines) + "\n"


def as_yaml(tree: object) -> str:
    return MADE + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)


def forms(names: tuple[str, ...]) -> Iterator[IssueForm]:
    """Something new, something changed, not this time, and stopped."""
    organisation = Question(
        "organisatie", "Organisatie", "Staat uw organisatie er niet bij? Kies ‘Een andere’.",
        "dropdown", (*names, "Een andere"),
    )  # fmt: skip
    title = Question("titel", "Titel", "Hoe de activiteit heet.")
    when = Question("wanneer", "Wanneer", "Bijvoorbeeld: elke dinsdag van 10.00 tot 11.30 uur.")
    yield IssueForm(
        "1-nieuw",
        "Een nieuwe activiteit",
        "Zet iets nieuws in de gids.",
        "Nieuw: ",
        (
            organisation,
            title,
            Question("samenvatting", "Samenvatting", "Wat het is, in één zin."),
            when,
            Question("waar", "Plek", "De naam van de plek, of een adres."),
            Question("kosten", "Kosten", "Bijvoorbeeld: gratis, of 2,50 per keer."),
            Question("telefoon", "Telefoon", "Een algemeen nummer.", needed=False),
            Question("omschrijving", "Omschrijving", "Wat er gebeurt.", "textarea", needed=False),
        ),
    )
    yield IssueForm(
        "2-veranderd",
        "Er is iets veranderd",
        "Een andere tijd, plek, prijs of tekst.",
        "Veranderd: ",
        (
            organisation,
            title,
            Question("wat", "Wat er anders is", "In gewone woorden.", "textarea"),
        ),
    )
    yield IssueForm(
        "3-gaat-niet-door",
        "Het gaat een keer niet door",
        "De datum blijft op de site, met een streep erdoor.",
        "Gaat niet door: ",
        (
            organisation,
            title,
            Question("datum", "Datum", "Bijvoorbeeld: 8 december 2026."),
            Question("reden", "Reden", "Kort, zodat niemand zich zorgen maakt."),
        ),
    )
    yield IssueForm(
        "4-gestopt",
        "Het is gestopt",
        "De bladzijde blijft bestaan, met de laatste dag erbij.",
        "Gestopt: ",
        (organisation, title, Question("datum", "Laatste dag", "Bijvoorbeeld: 31 december 2026.")),
    )


def form_tree(form: IssueForm) -> dict[str, object]:
    return {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "body": [question_tree(question) for question in form.questions],
    }


def question_tree(question: Question) -> dict[str, object]:
    attributes: dict[str, object] = {"label": question.label, "description": question.help}
    if question.options:
        attributes["options"] = list(question.options)
    return {
        "type": question.kind,
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.needed},
    }


def config(project: Project) -> dict[str, object]:
    """The way to the form on the site, for who does not want an account."""
    base = (project.settings.base_url or "").rstrip("/")
    links = [
        {
            "name": "Het formulier op de site",
            "url": f"{base}/meedoen/activiteit/",
            "about": "Zonder account. U ziet meteen hoe het in de gids komt te staan.",
        }
    ]
    return {"blank_issues_enabled": True, "contact_links": links if base else []}
