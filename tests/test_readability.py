"""What makes a text hard to read is named, with what helps; a plain text is left in peace."""

from gids.readability import LONGEST_SENTENCE, hard_parts

EASIER = {"participeren": "meedoen", "intake": "eerste gesprek"}


def codes(text: str) -> list[str]:
    return [hard.code for hard in hard_parts(text, EASIER)]


def test_a_plain_text_is_left_in_peace() -> None:
    assert codes("We drinken koffie.\n\nU hoeft niets mee te nemen. Kom gerust.") == []


def test_a_sentence_that_is_too_long_is_named_by_its_first_words() -> None:
    (hard,) = hard_parts("woord " * (LONGEST_SENTENCE + 1), EASIER)
    assert hard.code == "lange-zin"
    assert "woord woord woord woord woord …" in hard.message


def test_a_sentence_of_just_the_length_may_stay() -> None:
    assert codes("woord " * LONGEST_SENTENCE) == []


def test_a_full_stop_in_a_time_ends_no_sentence() -> None:
    assert codes("Van 10.00 tot 11.30 uur " + "woord " * 20) == []
    assert codes("Van 10.00 tot 11.30 uur " + "woord " * 22) == ["lange-zin"]


def test_every_item_of_a_list_is_a_sentence_of_its_own() -> None:
    assert codes("\n\n".join(f"- {'woord ' * 20}" for _ in range(3))) == []


def test_a_hard_word_is_named_once_with_a_plain_one() -> None:
    (hard,) = hard_parts("Participeren is leuk. Wie wil participeren?", EASIER)
    assert hard.message.startswith("“Participeren”")
    assert hard.hint == "Schrijf liever: meedoen."


def test_a_hard_word_inside_another_word_is_another_word() -> None:
    assert codes("Het intakeformulier ligt klaar.") == []


def test_the_address_of_a_link_is_not_read() -> None:
    assert codes("[Kijk hier](https://www.voorbeeld.example/intake)") == []
