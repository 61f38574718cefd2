"""However files, looks and refreshes follow each other, what lies there is loaded at last."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.watching import Ended, Watch, decide

QUIET = 20
HOUR = 3_600.0


class Folder:
    """A folder, a sensor that looks at it, and the refreshes that it and people start.

    Attributes:
        files: What lies there now.
        loaded: What the last refresh loaded.
        asked: Keys of the runs that the sensor asked for.
    """

    def __init__(self) -> None:
        self.now, self.files, self.loaded = 1e9, "a", None
        self.watch: Watch | None = None
        self.last: Ended | None = None
        self.asked: list[str] = []
        self.is_waiting = False

    def look(self) -> None:
        last = None if self.is_waiting else self.last
        decision = decide(self.watch, self.files, self.loaded, self.now, QUIET, last)
        self.watch = decision.watch
        if decision.run_key is not None:
            self.asked.append(decision.run_key)
            self.is_waiting = True

    def refresh(self, *, reads: bool = True, failed: bool = False) -> None:
        """A refresh ends, that of the sensor or of a person."""
        self.loaded = self.files if reads else self.loaded
        self.last = Ended(f"run {self.now}", self.now, failed)
        self.is_waiting = False

    def take_place(self, event: str) -> None:
        self.now += 1
        match event:
            case "look":
                self.look()
            case "wait":
                self.now += HOUR
            case "succeeds":
                self.refresh()
            case "fails":
                self.refresh(failed=True)
            case "fails early":
                self.refresh(reads=False, failed=True)
            case "passes unseen":
                files, self.files = self.files, "passing"
                self.refresh()
                self.files = files
            case files:
                self.files = files


EVENTS = ("look", "wait", "succeeds", "fails", "fails early", "passes unseen", "a", "b")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(EVENTS), max_size=40))
def test_what_lies_in_the_folder_is_loaded_at_last(events: list[str]) -> None:
    folder = Folder()
    for event in events:
        folder.take_place(event)
    for _ in range(6):
        folder.now += HOUR
        folder.look()
        if folder.is_waiting:
            folder.refresh()
    gave_up = folder.last is not None and folder.last.failed
    assert folder.loaded == folder.files or gave_up
    # Dagster starts no second run of one key.
    assert len(folder.asked) == len(set(folder.asked))
