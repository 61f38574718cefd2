"""What is read from Spark's log of events; needs no Spark."""

import json
from pathlib import Path

from tests.spark.speed_up import covered, read_events, room_of


def test_time_that_two_tasks_share_counts_once():
    assert covered([(5, 6), (0, 2), (1, 3)]) == 4


def test_tasks_and_shuffles_are_counted_for_the_model_that_asked_for_them(tmp_path: Path):
    def stage(number: int, model: str) -> dict:
        return {
            "Event": "SparkListenerStageSubmitted",
            "Stage Info": {"Stage ID": number},
            "Properties": {"spark.job.description": model},
        }

    def task(stage: int, start: int, end: int, written: int) -> dict:
        return {
            "Event": "SparkListenerTaskEnd",
            "Stage ID": stage,
            "Task Info": {"Launch Time": start, "Finish Time": end},
            "Task Metrics": {"Shuffle Write Metrics": {"Shuffle Bytes Written": written}},
        }

    events = [
        {"Event": "SparkListenerApplicationStart", "Timestamp": 0},
        stage(0, "int_tokens"),
        task(0, 1_000, 3_000, 70),
        task(0, 2_000, 4_000, 30),
        stage(1, "int_ngrams"),
        task(1, 5_000, 6_000, 0),
        {"Event": "SparkListenerApplicationEnd", "Timestamp": 10_000},
    ]
    log = tmp_path / "log"
    log.write_text("\n".join(map(json.dumps, events)))
    models, idle = read_events(log)
    assert (models["int_tokens"].tasks, models["int_tokens"].shuffled) == (4.0, 100)
    assert (models["int_ngrams"].tasks, models["int_ngrams"].stages) == (1.0, 1)
    assert idle == 6.0


def test_room_of_a_model_is_its_folder():
    assert room_of("int_ngrams") == "intermediate/text"
    assert room_of("(none)") == "(none)"
