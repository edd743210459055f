"""The form for an activity in Chromium: from a question to a file that the build takes as it is."""

import io
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from gids.commands import import_, new
from gids.derive import derive
from gids.fields import LISTS, fields
from gids.forms import NOT_ASKED, choices, outputs, widget
from gids.reading import read_file, read_project
from gids.writing import write
from schema import Activity, Model, Timed
from tests.browser import axe_violations, becomes
from tests.conftest import TODAY, build
from tests.invented import invented_activity

FORM = "meedoen/activiteit/"
NOW = f"{TODAY}T12:00:00"


@pytest.fixture(scope="session")
def home(
    tmp_path_factory: pytest.TempPathFactory, project: Path, serve: Any, built_site: Path
) -> str:
    """The built site, with the form of a municipality that has every door open."""
    read, _ = read_project(project)
    assert read is not None
    doors = {
        "form_address": "https://formulieren.voorbeeld.example/gids",
        "new_file_address": "https://git.voorbeeld.example/new/{map}?filename={bestand}&value={inhoud}",
    }
    read = replace(read, settings=read.settings.model_copy(update=doors))
    site = tmp_path_factory.mktemp("form") / "site"
    shutil.copytree(built_site, site)
    for output in outputs(derive(read, date.fromisoformat(TODAY)), read, project):
        file = site / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(output.content), "utf-8")
    address: str = serve(site)
    return address


@pytest.fixture
def form(home: str, open_page: Callable[..., Page]) -> Page:
    return opened(open_page(home=home))


def opened(page: Page, fragment: str = "") -> Page:
    page.clock.set_fixed_time(NOW)
    page.goto(FORM + fragment)
    page.wait_for_selector("form[data-live]", state="attached")
    return page


def fill(page: Page, answers: Mapping[str, str | Sequence[str]]) -> None:
    """Fill in questions by name, as a visitor would: type, choose, tick."""
    for name, value in answers.items():
        found = page.locator(f'[name="{name}"]:enabled')
        if isinstance(value, str) and found.first.evaluate("e => e.tagName") == "SELECT":
            found.first.select_option(value)
        elif isinstance(value, str):
            found.first.fill(value)
        else:
            for word in value:
                page.check(f'[name="{name}"][value="{word}"]:enabled')


ANSWERS: dict[str, str | Sequence[str]] = {
    "organisatie": "havenhuis",
    "titel": "Koffie: met taart",
    "samenvatting": "Elke dinsdag koffie #1",
    "themas": ["ontmoeten", "eten-en-koken"],
    "voor_wie": ["ouderen"],
    "wanneer.momenten.0.soort": "elke week",
    "wanneer.momenten.0.dag": ["dinsdag", "vrijdag"],
    "wanneer.momenten.0.van": "10.30",
    "wanneer.momenten.0.tot": "12u",
    "waar.soort": "plek",
    "waar.plek": "de-luifel",
    "kosten.soort": "gratis",
    "aanmelden.nodig": "nee",
    "aanmelden.nodig~": "loop binnen",
    "contact.telefoon": "0231234567",
}
TERMINAL = (
    "havenhuis",
    "Koffie: met taart",
    "Elke dinsdag koffie #1",
    "ontmoeten, eten",
    "ouderen",
    "elke week",
    "dinsdag en vrijdag",
    "10.30",
    "12u",
    "",
    "luifel",
    "gratis",
    "nee, loop binnen",
    "0231234567",
)


def sent(page: Page) -> str:
    page.get_by_role("button", name="Kijk na en verstuur").click()
    expect(page.locator("[data-ready]")).to_be_visible()
    return page.locator("[data-ready-file]").text_content() or ""


# --- what it asks ----------------------------------------------------------------------------


def test_every_field_is_asked(form: Page) -> None:
    names = form.eval_on_selector_all("[name]", "all => all.map(e => e.name)")
    missing = [key for key in all_paths(Activity) if key not in names and not key.endswith("~")]
    assert missing == list(NOT_ASKED)


def all_paths(model: type[Model], base: str = "") -> list[str]:
    found = []
    for item in fields(model):
        name = f"{base}{item.key}"
        if item.kind != "blok":
            found.append(name)
        for inner in item.models:
            found += all_paths(inner, f"{name}.0." if item.many else f"{name}.")
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible_also_with_mistakes(
    width: int, home: str, open_page: Callable[..., Page]
) -> None:
    page = opened(open_page(home=home, viewport={"width": width, "height": 900}))
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert axe_violations(page) == []
    page.get_by_role("button", name="Kijk na en verstuur").click()
    expect(page.locator("[data-summary] li").first).to_be_visible()
    assert axe_violations(page) == []
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0


def test_without_script_it_is_a_list_of_questions_with_the_number_to_call(
    home: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(home=home, java_script_enabled=False)
    page.goto(FORM)
    expect(page.get_by_text("U kunt dit formulier printen en invullen")).to_be_visible()
    expect(page.locator("main a.tel:visible")).not_to_have_count(0)
    expect(page.get_by_label("Titel", exact=True)).to_be_visible()
    parts = page.locator("[data-preview], [data-ready], [data-small]")
    expect(parts.locator("visible=true")).to_have_count(0)


# --- what comes out --------------------------------------------------------------------------


def test_it_writes_what_new_writes_for_the_same_answers(
    form: Page, project: Path, tmp_path: Path
) -> None:
    fill(form, ANSWERS)
    found = sent(form)
    for name in ("content", "partners/havenhuis"):
        shutil.copytree(project / name, tmp_path / name)
    shutil.copytree(project / "partners/wij-heemstede", tmp_path / "partners/wij-heemstede")
    done = new.run(
        tmp_path, date.fromisoformat(TODAY), io.StringIO("\n".join(TERMINAL) + "\n"), io.StringIO()
    )
    assert done == 0
    assert found == (tmp_path / "partners/havenhuis/koffie-met-taart.yaml").read_text("utf-8")
    path = "partners/havenhuis/koffie-met-taart.yaml"
    expect(form.locator("[data-ready-path]")).to_have_text(path)
    _, problems = read_file(tmp_path, "partners/havenhuis/koffie-met-taart.yaml", Activity)
    assert problems == ()


def test_500_invented_forms_come_back_without_loss(form: Page, project: Path) -> None:
    """Filled in by the form's own hand, read back from its boxes, written: nothing is lost."""
    lists = known_words(project)
    models = [asked(seed, lists) for seed in range(500)]
    files = files_of(form, [tree_of(model) for model in models])
    for model, file in zip(models, files, strict=True):
        assert file == write(model)


def known_words(project: Path) -> Mapping[str, Sequence[str]]:
    """The words that may stand in a field, by its key."""
    read, _ = read_project(project)
    assert read is not None
    known = choices(read)
    return {key: [choice.value for choice in known[name]] for key, name in LISTS.items()}


def tree_of(model: Activity) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def files_of(page: Page, trees: Sequence[Mapping[str, Any]]) -> list[str]:
    """The files that the form makes when it is filled in with these trees."""
    files: list[str] = page.evaluate(
        """async (trees) => {
          const {collect, fillBlock} = await import("../../assets/formulier-fields.js");
          const {read} = await import("../../assets/formulier-reading.js");
          const {write} = await import("../../assets/formulier-writing.js");
          const {rules} = await import(new URL("regels.js", document.baseURI));
          const form = document.querySelector("[data-form]");
          return trees.map((tree) => {
            fillBlock(form, tree);
            const found = read(rules, {...collect(form), ...kept(tree)});
            return found.problems.length ? JSON.stringify(found.problems) : write(found.tree);
          });
          function kept({gecontroleerd_op, voorbeeld}) {
            return JSON.parse(JSON.stringify({gecontroleerd_op, voorbeeld}));
          }
        }""",
        list(trees),
    )
    return files


def asked(seed: int, lists: Mapping[str, Sequence[str]]) -> Activity:
    """An invented activity as a form can hold it."""
    _, activity = invented_activity(seed, 0.5, lists)
    return Activity.model_validate(once(tree_of(activity), (Activity,), lists))


def once(
    tree: dict[str, Any], models: tuple[type[Model], ...], lists: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """Without words that are ticked twice and blocks without an answer."""
    items = {item.key: item for model in models for item in fields(model)}
    found = {}
    for key, value in tree.items():
        item = items[key]
        if item.kind == "blok":
            inner = [once(one, item.models, lists) for one in (value if item.many else [value])]
            found[key] = [one for one in inner if one] if item.many else inner[0]
        else:
            found[key] = list(dict.fromkeys(value)) if widget(item) == "vinkjes" else value
    return {key: value for key, value in found.items() if value not in ({}, [])}


# --- mistakes, draft, preview ----------------------------------------------------------------


def test_a_mistake_is_told_beside_the_question_in_the_words_of_the_build(form: Page) -> None:
    fill(form, {"wanneer.momenten.0.soort": "elke week", "wanneer.momenten.0.van": "half elf"})
    form.keyboard.press("Tab")
    error = form.locator('[data-field="wanneer.momenten.0.van"]:visible .form-error')
    expect(error).to_have_text(
        '"half elf" is geen tijd die we kunnen lezen. Schrijf bijvoorbeeld: 10.30'
    )
    expect(form.locator('[name="wanneer.momenten.0.van"]:enabled')).to_have_attribute(
        "aria-invalid", "true"
    )
    fill(form, {"wanneer.momenten.0.van": "10u30"})
    form.keyboard.press("Tab")
    expect(error).to_be_hidden()


def test_a_cure_speaks_of_boxes_and_not_of_keys(form: Page) -> None:
    wrong = {"wanneer.momenten.0.van": "10-12 uur", "contact.telefoon": "info@voorbeeld.nl"}
    fill(form, ANSWERS | wrong)
    form.get_by_role("button", name="Kijk na en verstuur").click()
    times, phone = form.locator("[data-summary] li").all()
    expect(times).to_have_text(
        '"10-12 uur" is meer dan één tijd. '
        "Vul hier één tijd in, bijvoorbeeld 10.30. De eindtijd heeft een eigen vakje."
    )
    expect(phone).to_have_text(
        '"info@voorbeeld.nl" is een e-mailadres, geen telefoonnummer. '
        "Vul hier een nummer in. Het e-mailadres heeft een eigen vakje."
    )
    fill(form, {"wanneer.momenten.0.van": "10", "contact.telefoon": "023 123 45 67"})
    fill(form, {"kosten.soort": "betaald"})
    form.get_by_role("button", name="Kijk na en verstuur").click()
    expect(form.locator("[data-summary] li")).to_have_text(
        ['Er staat "betaald", maar niet hoeveel. Vul een bedrag in, of kies ‘Onbekend’.']
    )


def test_what_is_missing_is_listed_on_top_with_links_to_the_questions(form: Page) -> None:
    form.get_by_role("button", name="Kijk na en verstuur").click()
    summary = form.locator("[data-summary]")
    expect(summary.locator("li")).to_have_text(
        [
            "‘Organisatie’ is nog niet ingevuld.",
            "‘Titel’ is nog niet ingevuld.",
            "‘Samenvatting’ is nog niet ingevuld.",
            "‘Thema's’ is nog niet ingevuld.",
            "‘Voor wie’ is nog niet ingevuld.",
            "‘Hoe vaak’ is nog niet ingevuld.",
            "‘Soort plek’ is nog niet ingevuld.",
            "‘Wat kost het’ is nog niet ingevuld.",
        ]
    )
    summary.get_by_role("link", name="‘Titel’ is nog niet ingevuld.").click()
    expect(form.get_by_label("Titel", exact=True)).to_be_focused()


def test_the_schedule_is_read_back_with_the_next_three_dates(form: Page) -> None:
    fill(form, {k: v for k, v in ANSWERS.items() if k.startswith("wanneer")})
    form.locator("summary", has_text="Vakanties").click()
    fill(form, {"wanneer.niet_in": ["schoolvakanties"], "wanneer.niet_op": "27 november 2026"})
    told = form.locator("[data-schedule]")
    expect(told.locator("p").first).to_have_text(
        "Elke dinsdag en vrijdag van 10.30 tot 12.00 uur, niet in de schoolvakanties. "
        "Niet op vrijdag 27 november 2026."
    )
    expect(told.locator("li")).to_have_text(
        [
            "dinsdag 24 november van 10.30 tot 12.00 uur",
            "dinsdag 1 december van 10.30 tot 12.00 uur",
            "vrijdag 4 december van 10.30 tot 12.00 uur",
        ]
    )


def test_the_theme_that_is_ticked_first_comes_first(form: Page) -> None:
    fill(form, ANSWERS | {"themas": ["muziek", "ontmoeten"]})
    assert "themas: [muziek, ontmoeten]" in sent(form)


def test_the_preview_is_the_card_as_it_will_be(form: Page) -> None:
    fill(form, ANSWERS)
    card = form.locator("[data-preview]")
    expect(card.locator("h3")).to_have_text("Koffie: met taart")
    expect(card.locator(".card-when")).to_have_text("dinsdag 24 november van 10.30 tot 12.00 uur")
    expect(card.locator(".card-where")).to_have_text("Theater De Luifel")
    expect(card.locator("li li")).to_have_text(["Gratis", "Aanmelden hoeft niet"])


def test_a_draft_stays_in_the_browser_until_it_is_sent(form: Page) -> None:
    fill(form, ANSWERS)
    form.get_by_role("button", name="Nog een moment").click()
    fill(form, {"wanneer.momenten.1.soort": "op afspraak"})
    form.wait_for_function("() => JSON.stringify(localStorage).includes('op afspraak')")
    form.reload()
    form.wait_for_selector("form[data-live]", state="attached")
    expect(form.locator("[data-draft]")).to_contain_text("U was hier al bezig.")
    expect(form.get_by_label("Titel", exact=True)).to_have_value("Koffie: met taart")
    expect(form.locator('[name="wanneer.momenten.1.soort"]')).to_have_value("op afspraak")
    form.get_by_role("button", name="Begin opnieuw").click()
    expect(form.get_by_label("Titel", exact=True)).to_have_value("")


def test_a_row_that_is_taken_away_leaves_the_others_as_they_were(form: Page) -> None:
    for number, kind in enumerate(("elke dag", "op afspraak", "altijd welkom")):
        if number:
            form.get_by_role("button", name="Nog een moment").click()
        fill(form, {f"wanneer.momenten.{number}.soort": kind})
    form.locator(".form-row:has(legend:has-text('Moment'))").nth(1).get_by_role(
        "button", name="Haal weg"
    ).click()
    kinds = "select[name^='wanneer.momenten.'][name$='.soort']"
    told = "all => all.map(e => [e.name, e.value])"
    wanted = [
        ["wanneer.momenten.0.soort", "elke dag"],
        ["wanneer.momenten.1.soort", "altijd welkom"],
    ]
    becomes(form, lambda: form.eval_on_selector_all(kinds, told), wanted)


# --- ways out --------------------------------------------------------------------------------


def test_every_way_out_has_the_same_text_and_none_claims_that_it_is_published(form: Page) -> None:
    fill(form, ANSWERS | {"afzender": "ik@voorbeeld.example"})
    file = sent(form)
    assert "ik@voorbeeld" not in file
    ready = form.locator("[data-ready]")
    expect(ready).to_contain_text("Het staat pas op de site als dat gedaan is.")
    expect(ready.locator("[name=inhoud]")).to_have_value(file)
    expect(ready.locator("[name=bestand]")).to_have_value(
        "partners/havenhuis/koffie-met-taart.yaml"
    )
    expect(ready.locator("[name=afzender]")).to_have_value("ik@voorbeeld.example")
    mail = ready.locator("[data-exit-mail]").get_attribute("href") or ""
    assert mail.startswith("mailto:gids@voorbeeld.example?subject=Voor%20de%20gids%3A%20Koffie")
    new_file = ready.locator("[data-exit-file]").get_attribute("href") or ""
    assert "filename=koffie-met-taart.yaml&value=%23%20yaml-language-server" in new_file
    assert "ik%40voorbeeld" not in new_file
    with form.expect_download() as download:
        ready.get_by_role("link", name="Download als bestand").click()
    assert download.value.suggested_filename == "koffie-met-taart.yaml"
    assert Path(download.value.path()).read_text("utf-8") == file


def test_the_text_can_be_copied(home: str, open_page: Callable[..., Page]) -> None:
    page = opened(open_page(home=home, permissions=["clipboard-read", "clipboard-write"]))
    fill(page, ANSWERS)
    file = sent(page)
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("[data-exit-said]")).to_have_text(re.compile("De tekst is gekopieerd"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"Bestand: partners/havenhuis/koffie-met-taart.yaml\n\n{file}"


# --- changing what is there ------------------------------------------------------------------


@pytest.fixture
def one(project: Path) -> tuple[str, Activity]:
    """An activity of this project that has a coming date: where it is, and what it says."""
    read, _ = read_project(project)
    assert read is not None
    entry = next(e for e in read.activities if e.slug == "koffie-linde")
    return f"{entry.folder}/{entry.slug}", entry.model


def as_written(model: Activity, **changes: Any) -> str:
    return write(model.model_copy(update={"verified_on": date.fromisoformat(TODAY), **changes}))


def test_an_activity_can_be_changed_in_the_same_form(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    where, model = one
    page = opened(open_page(home=home), f"#wijzig={where}")
    assert sent(page) == as_written(model)
    page.get_by_role("button", name="Verander nog iets").click()
    expect(page.locator("[data-ready]")).to_be_hidden()
    page.get_by_label("Titel", exact=True).fill("Iets anders")
    assert sent(page) == as_written(model, title="Iets anders")


def test_what_is_there_stands_in_the_boxes_as_people_write_it(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    where, _ = one
    page = opened(open_page(home=home), f"#wijzig={where}")
    shown = page.locator("input, textarea").evaluate_all("all => all.map(({value}) => value)")
    assert {"10.00", "12.00", "24 december 2026", "29 december 2026"} <= set(shown)
    assert [text for text in shown if re.search(r"\d:\d\d|\d{4}-\d\d", text)] == []


def test_still_true_is_one_step(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    where, model = one
    page = opened(open_page(home=home), f"#klopt={where}")
    expect(page.locator("[data-ready]")).to_be_visible()
    assert page.locator("[data-ready-file]").text_content() == as_written(model)


def test_not_this_time_needs_a_date_and_a_reason(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    where, _ = one
    page = opened(open_page(home=home), f"#gaat-niet-door={where}")
    page.get_by_role("button", name="Maak het bericht").click()
    expect(page.locator("[data-summary] li")).to_have_count(2)
    page.get_by_label("Welke keer?").select_option(index=1)
    page.get_by_label("Waarom niet?").fill("de zaal is bezet")
    page.get_by_role("button", name="Maak het bericht").click()
    expect(page.locator("[data-ready]")).to_be_visible()
    text = page.locator("[data-ready-file]").text_content() or ""
    assert "soort: gaat niet door\n" in text
    assert "reden: de zaal is bezet\n" in text
    expect(page.locator("[data-ready-text]")).to_contain_text("met een streep erdoor")


def test_a_link_to_what_is_gone_leads_to_what_is_there(
    home: str, open_page: Callable[..., Page]
) -> None:
    page = opened(open_page(home=home), "#wijzig=buurtwerk-de-linde/bestaat-niet")
    expect(page.locator("[data-not-found]")).to_contain_text("Kies hieronder uw organisatie")
    expect(page.get_by_role("link", name="Aanpassen: Koffieochtend De Linde")).to_be_visible()
    page = opened(page, "")
    expect(page.locator("[data-not-found]")).to_be_hidden()


def test_what_is_there_is_not_proposed_as_a_new_file(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    page = opened(open_page(home=home), f"#klopt={one[0]}")
    expect(page.locator("[data-exit-mail]")).to_be_visible()
    expect(page.locator("[data-exit-file]")).to_be_hidden()


def test_a_long_text_goes_by_way_of_the_clipboard(form: Page) -> None:
    fill(form, ANSWERS)
    form.locator("summary", has_text="Vertel wat er gebeurt").click()
    fill(form, {"omschrijving": "We drinken koffie met u. " * 180})
    assert len(sent(form)) > 4000
    for way in ("mail", "file"):
        address = form.locator(f"[data-exit-{way}]").get_attribute("href") or ""
        assert len(address) < 1000
        assert "die%20is%20gekopieerd" in address


def test_stopped_needs_a_date(
    one: tuple[str, Activity], home: str, open_page: Callable[..., Page]
) -> None:
    where, model = one
    page = opened(open_page(home=home), f"#gestopt={where}")
    page.get_by_label("Wat is de laatste dag?").fill("31-2-2027")
    page.get_by_role("button", name="Maak het bericht").click()
    expect(page.locator("[data-summary] li")).to_contain_text(["bestaat niet in de kalender"])
    page.get_by_label("Wat is de laatste dag?").fill("31 december 2026")
    page.get_by_role("button", name="Maak het bericht").click()
    expect(page.locator("[data-ready]")).to_be_visible()
    text = page.locator("[data-ready-file]").text_content()
    assert text == as_written(model, stopped_on=date(2026, 12, 31))


def test_the_activities_of_an_organisation_can_be_found_and_opened(form: Page) -> None:
    form.get_by_text("Staat uw activiteit er al?").click()
    form.locator("#bestaand-organisatie").select_option("buurtwerk-de-linde")
    form.get_by_role("link", name="Gaat niet door: Koffieochtend De Linde").click()
    expect(form.get_by_role("heading", level=1)).to_have_text(
        "‘Koffieochtend De Linde’ gaat een keer niet door"
    )
    expect(form).to_have_url(re.compile("#gaat-niet-door=buurtwerk-de-linde/koffie-linde$"))


# --- from the form to the page ---------------------------------------------------------------

UNSEEN = (
    *("bereik", "zoekwoorden", "vroegere_namen", "afbeelding"),
    *("geldig_van", "geldig_tot", "gestopt_op", "pauze"),
)
"""For the search, for the report to the municipality, or about when the page is there at all."""


ONLY_SOMETIMES = ("Cancellation.reden", "Move.reden", "Contact.bereikbaar")
"""With the date that it is about, and with a number of its own."""


@pytest.fixture(scope="session")
def published(
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
    serve: Any,
    browser: Any,
    home: str,
) -> tuple[str, list[tuple[str, Activity]]]:
    """Forms filled in, mailed, taken in and built: the site, and what each form said."""
    root = tmp_path_factory.mktemp("van-formulier")
    shutil.copytree(project / "content", root / "content")
    for folder in sorted(p for p in (project / "partners").iterdir() if p.is_dir()):
        name = f"partners/{folder.name}/organisatie.yaml"
        (root / name).parent.mkdir(parents=True)
        shutil.copy(project / name, root / name)
    lists = known_words(project)
    forms = [shown(asked(seed, lists), seed) for seed in range(30)]
    with browser.new_context(base_url=home) as context:
        page = opened(context.new_page())
        texts = files_of(page, [tree_of(model) for model in forms])
    told = []
    for number, (model, text) in enumerate(zip(forms, texts, strict=True)):
        mail = root / f"bericht-{number}.txt"
        mail.write_text(f"Bestand: partners/havenhuis/nieuw.yaml\n\n{text}", "utf-8")
        screen = io.StringIO()
        options: Any = {"dry_run": False, "take": False, "stdin": io.StringIO(), "stdout": screen}
        import_.run(root, [str(mail)], "", **options)
        path = re.search(r"partners/havenhuis/(\S+)\.yaml", screen.getvalue())
        assert path, screen.getvalue()
        told.append((path[1], model))
    site = root / "site"
    build(root, site)
    address: str = serve(site)
    return address, told


def shown(model: Activity, number: int) -> Activity:
    """With a title of its own, and without what keeps a page away."""
    tree = {k: v for k, v in tree_of(model).items() if k not in UNSEEN}
    return Activity.model_validate({**tree, "titel": f"{model.title[:70]} {number}"})


def is_over(model: Model) -> bool:
    """A moment whose season has ended is not told any more."""
    return isinstance(model, Timed) and bool(model.until) and f"{model.until}" < TODAY


def texts_of(model: Model) -> Iterator[tuple[str, str]]:
    """Every text that somebody typed, with the field that it was typed in."""
    for item in fields(type(model)):
        value = getattr(model, item.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Model):
                yield from () if is_over(one) else texts_of(one)
            elif isinstance(one, str) and item.kind == "tekst" and item.key not in LISTS:
                yield f"{type(model).__name__}.{item.key}", one


def test_the_page_shows_what_was_typed(
    published: tuple[str, list[tuple[str, Activity]]], open_page: Callable[..., Page]
) -> None:
    address, told = published
    page = open_page(home=address)
    missing = []
    for slug, model in told:
        page.goto(f"activiteiten/{slug}/")
        seen = letters(page.locator("body").text_content() or "")
        missing += [(slug, name) for name, text in texts_of(model) if letters(text) not in seen]
    assert [(slug, name) for slug, name in missing if name not in ONLY_SOMETIMES] == []


def letters(text: str) -> str:
    """For comparing: without spaces, case and the marks that a sentence adds."""
    return re.sub(r"[\s.]+", "", text).casefold()
