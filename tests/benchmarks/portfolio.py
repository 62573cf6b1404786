# SPDX-License-Identifier: Apache-2.0
"""Invented portfolios of any size: the months of credit cards, as an issuer's files have them."""

import csv
import datetime
import pathlib

CREDITOR = "invented-card"
CURRENCY = "EUR"
FIRST_DAY = datetime.date(2024, 1, 31)

DEBT_COLUMNS = (
    "external_ref debtor_external_ref creditor original_creditor product currency "
    "itemisation_date_kind itemisation_date opening_principal debtor_name debtor_birth_year "
    "language region time_zone"
).split()
ENTRY_COLUMNS = "external_ref entry_ref kind value_date amount reason".split()


def debt_row(ref, number, first_day):
    return [
        f"{ref}-{number:05d}", f"{ref}-CARD-{number:05d}", CREDITOR, "Invented Card (example)",
        "credit card", CURRENCY, "LAST_STATEMENT", first_day.isoformat(), f"{90_000 + number}.00",
        f"Example Person {number:05d}", 1940 + number % 60, "de", "DE", "Europe/Berlin",
    ]  # fmt: skip


def entry_rows(ref, number, count, first_day):
    """By turns a month's charges and the payment after them."""
    for at in range(count):
        kind, reason = (
            ("PAYMENT", "card payment") if at % 2 else ("CHARGE", "purchases and card charges")
        )
        day = first_day + datetime.timedelta(days=15 * (at + 1))
        amount = f"{100 + (number * 7 + at * 31) % 900}.00"
        debt = f"{ref}-{number:05d}"
        yield [debt, f"{debt}-{kind[0]}{at}", kind, day.isoformat(), amount, reason]


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_portfolio(folder, ref, debts, entries, first_day=FIRST_DAY):
    """Writes debts.csv and entries.csv, whose references begin with `ref`; returns their paths."""
    folder = pathlib.Path(folder)
    paths = folder / f"{ref}-debts.csv", folder / f"{ref}-entries.csv"
    each, more = divmod(entries, debts)
    write(paths[0], DEBT_COLUMNS, (debt_row(ref, number, first_day) for number in range(debts)))
    write(
        paths[1],
        ENTRY_COLUMNS,
        (
            row
            for number in range(debts)
            for row in entry_rows(ref, number, each + (number < more), first_day)
        ),
    )
    return paths
