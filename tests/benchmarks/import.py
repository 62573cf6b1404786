# SPDX-License-Identifier: Apache-2.0
"""Imports invented portfolios by the command line, beside COPY of the rows that they became.

COPY fills tables of the same shape, with the same keys and checks, without row security.
"""

import json
import statistics
import time

import portfolio
import product

ROUNDS = 5
DEBTS = 3318
ENTRIES = 26009
COPIED_TABLES = ("debts", "entries")


def imported(served, number):
    """Seconds of one import. Each round has references of its own: nothing is a duplicate."""
    return served.import_files(
        *portfolio.write_portfolio(served.folder, f"R{number}", DEBTS, ENTRIES)
    )


def write_rows(folder, tenant):
    """What the first import wrote, as COPY reads it."""
    for table in COPIED_TABLES:
        product.sql(
            f"\\copy (select * from parley.{table} where tenant_id = '{tenant}') "
            f"to '{folder / table}'\n"
            f"create table {table} (like parley.{table} including all);"
        )


def copied(folder):
    """Seconds of COPY of the same rows, in one transaction."""
    product.sql("".join(f"truncate {table};" for table in COPIED_TABLES))
    lines = [f"\\copy {table} from '{folder / table}'" for table in COPIED_TABLES]
    start = time.monotonic()
    product.sql("\n".join(["begin;", *lines, "commit;"]))
    return time.monotonic() - start


def tell(**figures):
    print(json.dumps({"bench": "import", **figures}, separators=(",", ":")), flush=True)


def main():
    rows = DEBTS + ENTRIES
    rates = {"import": [], "copy": []}

    def report(what, seconds):
        rates[what].append(rows / seconds)
        tell(what=what, round=len(rates[what]), rows=rows, rows_per_s=round(rows / seconds))

    with product.Product() as served:
        for number in range(1, ROUNDS + 1):
            report("import", imported(served, number))
            if number == 1:
                write_rows(served.folder, served.tenant)
            report("copy", copied(served.folder))
    ratio = statistics.median(a / b for a, b in zip(rates["import"], rates["copy"]))
    tell(
        rows_per_s=round(statistics.median(rates["import"])),
        copy_rows_per_s=round(statistics.median(rates["copy"])),
        ratio=round(ratio, 3),
    )


if __name__ == "__main__":
    main()
