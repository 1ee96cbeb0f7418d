import gc

from annotator.core.collecting import rare_collections


def test_collections_are_rare_until_the_last_run_ends():
    before = gc.get_threshold()
    first, second = rare_collections(), rare_collections()
    with first:
        second.__enter__()
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold()[0] > before[0]
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before
