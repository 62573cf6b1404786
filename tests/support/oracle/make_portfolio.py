# SPDX-License-Identifier: Apache-2.0
"""An invented portfolio with balances of its own: FOLDER/debts.csv, entries.csv, balances.csv.

    python3 make_portfolio.py --seed 7 --debts 300 FOLDER

Several currencies, amounts in whole units and in minor ones, debts that open at zero or below,
people with more than one debt, overpayments that leave credit, entries that arrive out of order.
balances.csv asks for every debt's signed balance at the end of each month, as known at the end; it
is summed here in decimal arithmetic. The same seed gives the same files.
"""

import argparse
import csv
import datetime
import pathlib
import random
from decimal import Decimal

FIRST_MONTH = (2024, 1)
MONTHS = 6
CURRENCIES = {  # code: decimals, an amount that is common, region, time zone, language
    "EUR": (2, 400, "DE", "Europe/Berlin", "de"),
    "TWD": (2, 30_000, "TW", "Asia/Taipei", "zh-TW"),
    "JPY": (0, 60_000, "JP", "Asia/Tokyo", "ja"),
    "KWD": (3, 120, "KW", "Asia/Kuwait", "ar"),
    "CLF": (4, 40, "CL", "America/Santiago", "es"),
    "RSD": (2, 50_000, "RS", "Europe/Belgrade", "sr-Latn"),
}
KINDS = ("LAST_STATEMENT", "CHARGE_OFF", "LAST_PAYMENT", "TRANSACTION", "JUDGMENT")
REASONS = {
    "CHARGE": "purchases of the month, invented",
    "PAYMENT": "transfer, invented",
    "CREDIT": "refund, invented",
}
DEBT_COLUMNS = (
    "external_ref debtor_external_ref creditor original_creditor product currency "
    "itemisation_date_kind itemisation_date opening_principal debtor_name debtor_birth_year "
    "language region time_zone"
).split()
ENTRY_COLUMNS = "external_ref entry_ref kind value_date amount reason".split()
BALANCE_COLUMNS = "external_ref as_of balance".split()


def month_end(months_later):
    year, month = FIRST_MONTH
    month += months_later
    year, month = year + month // 12, month % 12 + 1
    return datetime.date(year, month, 1) - datetime.timedelta(days=1)


class Debt:
    def __init__(self, rng, number):
        self.rng = rng
        self.ref = f"GEN-{number:05d}"
        self.currency = rng.choice(sorted(CURRENCIES))
        self.decimals, self.usual = CURRENCIES[self.currency][:2]
        self.whole_units = rng.random() < 0.5
        self.opened = month_end(rng.choice([0, 0, 0, 1, 2]))
        self.opening = self.opening_amount()
        self.entries = [self.entry(at) for at in range(rng.randrange(14))]

    def amount(self):
        if self.whole_units:
            return Decimal(self.rng.randint(1, self.usual))
        unit = Decimal(1).scaleb(-self.decimals)
        return self.rng.randint(1, self.usual * 10**self.decimals) * unit

    def opening_amount(self):
        kind = self.rng.random()
        if kind < 0.1:
            return Decimal(0)
        return -self.amount() if kind < 0.2 else self.amount() * 3

    def entry(self, at):
        kind = self.rng.choice(["CHARGE", "CHARGE", "PAYMENT", "PAYMENT", "PAYMENT", "CREDIT"])
        days = (month_end(MONTHS - 1) - self.opened).days
        day = self.opened + datetime.timedelta(days=self.rng.randint(1, days))
        return [self.ref, f"{self.ref}-{kind[0]}{at}", kind, day, self.amount(), REASONS[kind]]

    def text(self, amount):
        """Whole units always show two decimals, as issuers' files do, whatever the currency has."""
        return f"{amount:.2f}" if self.whole_units else f"{amount:.{self.decimals}f}"

    def debt_row(self, person, home):
        region, zone, language = CURRENCIES[home][2:]
        return [
            self.ref, f"PERSON-{person:05d}", "invented-lender", "Invented Lender (example)",
            "instalment loan", self.currency, self.rng.choice(KINDS), self.opened.isoformat(),
            self.text(self.opening), f"Example Person {person:05d}", 1940 + person % 65,
            language, region, zone,
        ]  # fmt: skip

    def entry_rows(self):
        for ref, entry_ref, kind, day, amount, reason in self.entries:
            yield [ref, entry_ref, kind, day.isoformat(), self.text(amount), reason]

    def balance_rows(self):
        for month in range(MONTHS):
            as_of = month_end(month)
            if as_of < self.opened:
                continue
            balance = self.opening
            for _, _, kind, day, amount, _ in self.entries:
                if day <= as_of:
                    balance += amount if kind == "CHARGE" else -amount
            yield [self.ref, as_of.isoformat(), self.text(balance)]


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--debts", type=int, default=300)
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    debts = [Debt(rng, number) for number in range(1, arguments.debts + 1)]
    # Every tenth debt is its predecessor's person's, who lives where the first one's currency does.
    people = [number - number // 10 for number in range(1, len(debts) + 1)]
    homes = {}
    for person, debt in zip(people, debts):
        homes.setdefault(person, debt.currency)
    debt_rows = [debt.debt_row(person, homes[person]) for person, debt in zip(people, debts)]
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "debts.csv", DEBT_COLUMNS, debt_rows)
    entries = [row for debt in debts for row in debt.entry_rows()]
    write(folder / "entries.csv", ENTRY_COLUMNS, entries)
    balances = [row for debt in debts for row in debt.balance_rows()]
    write(folder / "balances.csv", BALANCE_COLUMNS, balances)


if __name__ == "__main__":
    main()
