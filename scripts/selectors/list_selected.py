"""Lists what real dbt selects, for many selections in one process.

Reads a JSON array of argument lists from standard input; writes a JSON array with one sorted list
of unique_ids each, or the text of dbt's error. Runs in the folder of a parsed dbt project.

Its name must not begin with dbt_, or dbt takes it for a plugin of its own.
"""

import json
import sys

from dbt.cli.main import dbtRunner

QUIET = ["--quiet", "--no-send-anonymous-usage-stats", "--no-use-colors"]
FORM = ["--profiles-dir", ".", "--output", "json", "--output-keys", "unique_id"]


def selected(runner, arguments):
    outcome = runner.invoke([*QUIET, "ls", *FORM, *arguments])
    if outcome.exception is not None:
        return str(outcome.exception)
    return sorted(json.loads(line)["unique_id"] for line in outcome.result or [])


def main():
    cases = json.load(sys.stdin)
    real_stdout, sys.stdout = sys.stdout, sys.stderr
    manifest = dbtRunner().invoke([*QUIET, "parse", "--profiles-dir", "."]).result
    runner = dbtRunner(manifest=manifest)
    found = [selected(runner, arguments) for arguments in cases]
    json.dump(found, real_stdout)


main()
