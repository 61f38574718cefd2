"""What is said while dbt builds."""

import logging

import dagster as dg

from dagster_project.progress import DbtLines, ProgressHandler

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


def test_check_that_is_not_passed_is_said_with_what_it_makes_sure_of(capsys):
    @dg.asset
    def sums() -> None:
        return None

    @dg.asset_check(asset=sums)
    def they_add_up() -> dg.AssetCheckResult:
        return dg.AssetCheckResult(
            passed=False, severity=dg.AssetCheckSeverity.WARN, description="Totals add up."
        )

    @dg.logger
    def progress(_context: dg.InitLoggerContext) -> logging.Logger:
        logger = logging.Logger("progress", logging.DEBUG)
        logger.addHandler(ProgressHandler())
        return logger

    job = dg.define_asset_job("check_sums", selection="*")
    definitions = dg.Definitions(
        assets=[sums], asset_checks=[they_add_up], jobs=[job], loggers={"progress": progress}
    )
    definitions.resolve_job_def("check_sums").execute_in_process(
        run_config={"loggers": {"progress": {}}}
    )
    said = capsys.readouterr().err
    assert "warning: they_add_up on sums: Totals add up.\n" in said
