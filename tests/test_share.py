"""Work that is shared by processes gives what one process would have given."""

import os
import threading

import pytest

from gids.share import Share, beside, may_fork, processes_for, run_shares


def test_the_shares_together_have_each_item_once() -> None:
    items = list(range(17))
    for count in (1, 2, 3, 17, 20):
        parts = [Share(number, count).part(items) for number in range(count)]
        assert sorted(item for part in parts for item in part) == items


def test_results_come_in_the_order_of_the_shares() -> None:
    assert run_shares(lambda share: (share.number, share.of), 3) == [(0, 3), (1, 3), (2, 3)]


def fail(share: Share) -> None:
    if share.number:
        message = "vol"
        raise OSError(message)


def test_an_error_in_any_share_is_raised_here() -> None:
    with pytest.raises(OSError, match="vol") as told:
        run_shares(fail, 2)
    if may_fork():
        assert "in fail\n" in told.value.__notes__[0]
    assert str(told.value) == "vol"


def test_a_large_result_passes_through() -> None:
    with beside(lambda: "x" * 5_000_000) as result:
        assert len(result()) == 5_000_000


def test_an_error_here_waits_for_the_other_process_and_is_raised() -> None:
    with pytest.raises(ValueError, match="hier"), beside(lambda: "x" * 500_000):
        raise ValueError("hier")


def test_a_process_that_was_killed_is_told_in_words() -> None:
    if not may_fork():
        pytest.skip("Here no process stands beside this one")
    with (
        pytest.raises(OSError, match="voortijdig gestopt"),
        beside(os._exit, 1) as result,
    ):
        result()


def test_a_process_with_threads_does_not_fork() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes_for(100_000) == 1
        with beside(lambda: 1) as result:
            assert result() == 1
    finally:
        done.set()
        thread.join()


def test_a_small_offer_is_not_worth_a_second_process() -> None:
    assert processes_for(100) == 1
