# SPDX-License-Identifier: Apache-2.0
"""Random histories of debts and where the oracle says they stand, one JSON object a line.

    python3 make_histories.py --seed 7 --count 300 > histories.jsonl

A history is
    currency   its code
    opening    {"date", "at", "amounts": {bucket: amount}}
    steps      in the order of booking, either
                 {"at", "facts": [[name, kind, value date, bucket, amount], ...]}: one batch, or
                 {"at", "reversal": [name, reversed name, value date or null]}
    expected   [[as of, known at, {"balance", "credit", bucket: amount where it is not zero}], ...]
    status     ACTIVE or PAID, at the end
Amounts are decimal texts, days are ISO 8601, instants count microseconds since 1970.
"""

import argparse
import datetime
import json
import random
import sys
from decimal import Decimal

from ledger_oracle import BUCKETS, Fact, standing_of

DECIMALS = {"EUR": 2, "USD": 2, "TWD": 2, "JPY": 0, "KWD": 3, "CLF": 4}
FOREVER = 4_000_000_000_000_000
FIRST_DAY = datetime.date(2024, 1, 31)


def micros(day, offset):
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.timezone.utc)
    return int(midnight.timestamp()) * 1_000_000 + offset


class History:
    def __init__(self, rng):
        self.rng = rng
        self.currency = rng.choice(sorted(DECIMALS))
        self.unit = Decimal(1).scaleb(-DECIMALS[self.currency])
        self.largest = rng.choice([4, 30, 5_000, 10**15])
        self.opened = FIRST_DAY + datetime.timedelta(days=rng.randrange(60))
        self.today = self.opened + datetime.timedelta(days=rng.randrange(3))
        self.at = micros(self.today, rng.randrange(10**9))
        self.facts = []
        self.reversed = set()
        self.steps = []

    def amount(self):
        return self.rng.randint(1, self.largest) * self.unit

    def text(self, amount):
        text = f"{amount:.{DECIMALS[self.currency]}f}"
        return text + ".00" if self.unit == 1 and self.rng.random() < 0.3 else text

    def open(self):
        amounts = {}
        for bucket in BUCKETS:
            if self.rng.random() < 0.4:
                amounts[bucket] = self.amount()
        if self.rng.random() < 0.25:
            amounts["PRINCIPAL"] = -self.amount()
        self.facts.append(
            Fact("opening", "OPENING", self.opened.isoformat(), self.at, opening=amounts)
        )
        texts = {bucket: self.text(amount) for bucket, amount in amounts.items()}
        self.opening = {"date": self.opened.isoformat(), "at": self.at, "amounts": texts}

    def past_day(self, earliest):
        """Mostly today; else any day since, so that what came later must be told anew."""
        if self.rng.random() < 0.55:
            return self.today
        span = (self.today - earliest).days + 1
        return earliest + datetime.timedelta(days=self.rng.randrange(span))

    def new_fact(self):
        kind = self.rng.choice(["CHARGE", "CHARGE", "PAYMENT", "PAYMENT", "CREDIT"])
        amount = self.amount()
        owed = standing_of(self.facts, "9999-12-31", FOREVER).balance()
        if kind != "CHARGE" and owed > 0 and self.rng.random() < 0.25:
            amount = owed
        day = self.past_day(self.opened)
        bucket = self.rng.choice(BUCKETS)
        fact = Fact(f"e{len(self.facts)}", kind, day.isoformat(), self.at, amount, bucket)
        self.facts.append(fact)
        shown = None if kind == "PAYMENT" else bucket
        return [fact.name, kind, fact.value_date, shown, self.text(amount)]

    def new_reversal(self):
        plain = ("CHARGE", "PAYMENT", "CREDIT")
        open_facts = [f for f in self.facts if f.kind in plain and f.name not in self.reversed]
        if not open_facts:
            return None
        target = self.rng.choice(open_facts)
        self.reversed.add(target.name)
        given = None
        if self.rng.random() < 0.6:
            given = self.past_day(datetime.date.fromisoformat(target.value_date)).isoformat()
        fact = Fact(f"e{len(self.facts)}", "REVERSAL", given or target.value_date, self.at)
        fact.reverses = target.name
        self.facts.append(fact)
        return [fact.name, target.name, given]

    def step(self):
        self.today += datetime.timedelta(days=self.rng.choice([0, 0, 1, 2, 9]))
        self.at = max(self.at + self.rng.randrange(1, 1000), micros(self.today, 0))
        reversal = self.new_reversal() if self.rng.random() < 0.25 else None
        if reversal:
            self.steps.append({"at": self.at, "reversal": reversal})
            return
        count = self.rng.choice([1, 1, 1, 2, 3, 6])
        self.steps.append({"at": self.at, "facts": [self.new_fact() for _ in range(count)]})

    def expect(self, as_of, known_at):
        standing = standing_of(self.facts, as_of, known_at)
        shown = {"balance": self.text(standing.balance()), "credit": self.text(standing.held)}
        shown.update((b, self.text(owed)) for b, owed in standing.owed.items() if owed)
        return [as_of, known_at, shown]

    def questions(self):
        yield "9999-12-31", FOREVER
        yield self.opened.isoformat(), FOREVER
        yield (self.opened - datetime.timedelta(days=1)).isoformat(), FOREVER
        yield "9999-12-31", self.facts[0].booked - 1
        for _ in range(4):
            yield self.rng.choice(self.facts).value_date, FOREVER
            known_at = self.rng.choice(self.facts).booked - self.rng.randrange(2)
            yield self.rng.choice(self.facts).value_date, known_at

    def told(self):
        self.open()
        for _ in range(self.rng.randrange(2, 12)):
            self.step()
        balance = standing_of(self.facts, "9999-12-31", FOREVER).balance()
        return {
            "currency": self.currency,
            "opening": self.opening,
            "steps": self.steps,
            "expected": [self.expect(*question) for question in self.questions()],
            "status": "ACTIVE" if balance > 0 else "PAID",
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    for _ in range(arguments.count):
        json.dump(History(rng).told(), sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
