"""What is said while dbt builds."""

from dagster_project.progress import DbtLines

DONE = "12:00:00  {} of 9 OK created sql table model marts.{} ......... [OK in 0.1s]\n"
FAILED = "12:00:00  {} of 9 ERROR creating sql table model marts.{} .... [ERROR in 0.1s]\n"


def test_models_are_named_every_two_seconds_and_each_that_fails(capsys):
    seconds = iter([0.0, 0.0, 0.5, 1.0, 1.0, 1.5, 3.5, 3.5])
    lines = DbtLines(clock=lambda: next(seconds))
    for number, line in enumerate((DONE, DONE, FAILED, DONE, DONE), start=1):
        lines.write(line.format(number, f"model_{number}"))
    said = [line.split(" s  ")[1].split() for line in capsys.readouterr().err.splitlines()]
    assert said == [
        ["1", "of", "9", "marts.model_1"],
        ["3", "of", "9", "marts.model_3", "ERROR"],
        ["5", "of", "9", "marts.model_5"],
    ]
