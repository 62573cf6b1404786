# SPDX-License-Identifier: Apache-2.0
"""Random plans in the format of `parley check plans`, with the schedules that they should have.

    python3 make_plans.py --seed 7 --count 300 > plans.jsonl
    python3 make_plans.py --seed 7 --count 300 --tally > /dev/null

The same seed gives the same bytes. With --tally, standard error tells how many of the plans came by
each rule.
"""

import argparse
import calendar
import collections
import datetime
import itertools
import json
import random
import sys

from oracle_interest import BUCKETS
from oracle_plan import (
    ONE_DAY,
    WEEKS,
    Impossible,
    due_days,
    expect,
    in_month,
    nominal_days,
    schedule_of,
)

CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CLP", "KWD", "BHD")  # 2, 2, 2, 0, 0, 3, 3 decimals
FREQUENCIES = (*WEEKS, "MONTHLY", "MONTH_END", "TWICE_MONTHLY")
ROLLS = ("NONE", "FOLLOWING", "PRECEDING", "MODIFIED_FOLLOWING")
DAY_COUNTS = ("ACT_365F", "ACT_360", "ACT_ACT_ISDA", "30_360_US")
DAYS = (1, 5, 10, 15, 20, 25, 28, 29, 30, 31, 31)
PAIRS = ((1, 15), (15, 31), (14, 28), (5, 20), (30, 31), (29, 30), (1, 31))
COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 12, 18, 24, 24, 36, 48, 60, 120)


def month_end_of(day):
    return in_month(day.year, day.month, 31)


class Plan:
    def __init__(self, rng):
        self.rng = rng
        self.size = rng.choice([20, 700, 20_000, 20_000, 300_000, 1_000_000, 10**8, 10**11])
        # A tidy plan has amounts in steps of 500 and bears 0.1 % a day, or nearly so, and often
        # stands at an exact half of a minor unit.
        self.tidy = self.size > 700 and rng.random() < 0.15
        self.balance = self.opening()
        self.owed = sum(self.balance.values())
        self.terms = self.some_terms()
        self.wanted = self.some_count()
        self.terms["holidays"] = self.holidays()
        self.request = self.some_request()
        if rng.random() < 0.3:
            self.terms["first_minor"] = self.first()
        self.data = {
            "id": "",
            "currency": rng.choice(CURRENCIES),
            "balance": self.balance,
            "terms": self.terms,
            "request": self.request,
        }

    # -- what is owed, and by which terms --

    def amount(self, largest):
        amount = self.rng.randint(1, largest)
        return max(500, amount // 500 * 500) if self.tidy else amount

    def opening(self):
        amounts = {}
        if self.rng.random() < 0.95:
            amounts["principal"] = self.amount(self.size)
        for bucket in BUCKETS[1:]:
            if self.rng.random() < 0.25:
                amounts[bucket] = self.amount(max(2, self.size // 8))
        return amounts or {"fees": self.amount(self.size)}

    def rate(self, day_count):
        if self.tidy:
            return 3_650_000_000 if day_count == "ACT_365F" else 3_600_000_000
        return self.rng.choice(
            [0, 0, self.rng.randint(1, 300) * 10_000_000, self.rng.randint(0, 3_000_000_000)] * 4
            + [1, 20_000_000_000]
        )

    def start(self):
        day = datetime.date(2019, 1, 1) + self.rng.randrange(3650) * ONE_DAY
        turns = [month_end_of(day), in_month(day.year, 2, 31), day.replace(month=12, day=31)]
        return self.rng.choice([day] * 5 + turns)

    def days(self, frequency):
        if frequency == "MONTHLY":
            return self.rng.choice([[], [self.rng.choice(DAYS)], [self.rng.randint(1, 31)]])
        if frequency == "TWICE_MONTHLY":
            both = self.rng.choice([self.rng.choice(PAIRS), self.rng.sample(range(1, 32), 2)])
            return list(self.rng.sample(both, 2))
        return []

    def first_due(self, start, frequency, days):
        """A day from the start on, for the most part one that the rhythm names itself."""
        day = start + self.rng.choice([0, 1, 7, self.rng.randint(0, 45)]) * ONE_DAY
        named = [31] if frequency == "MONTH_END" else days
        if not named or self.rng.random() < 0.15:
            return month_end_of(day) if self.rng.random() < 0.2 else day
        months = itertools.product(range(2), named)
        candidates = (in_month(day.year, day.month + month, each) for month, each in months)
        return min(candidate for candidate in candidates if candidate >= day)

    def some_terms(self):
        frequency = self.rng.choice(FREQUENCIES)
        days = self.days(frequency)
        start = self.start()
        day_count = self.rng.choice(DAY_COUNTS)
        return {
            "start": start.isoformat(),
            "frequency": frequency,
            "days": days,
            "first_due": self.first_due(start, frequency, days).isoformat(),
            "first_minor": None,
            "roll": self.rng.choice(ROLLS),
            "holidays": [],
            "rate_e10": self.rate(day_count),
            "day_count": day_count,
            "remainder": self.rng.choice(["LAST", "FIRST"]),
        }

    def some_count(self):
        return self.rng.choice([self.rng.choice(COUNTS), self.rng.randint(1, 40)])

    def holidays(self):
        """Some days near those on which something is due, alone or in a row."""
        found = set()
        some_days = list(itertools.islice(nominal_days(self.terms), min(self.wanted, 24)))
        for _ in range(self.rng.choice([0, 0, 1, 2, 4, 8])):
            near = self.rng.choice(some_days)
            if self.rng.random() < 0.4:
                near = month_end_of(near)
            length = self.rng.choice([1, 1, 2, 3, 5, 9])
            first = near - self.rng.randint(0, length) * ONE_DAY
            found |= {first + number * ONE_DAY for number in range(length)}
        holidays = [day.isoformat() for day in found]
        return sorted(holidays) if self.rng.random() < 0.8 else self.rng.sample(
            sorted(holidays), len(holidays)
        )

    # -- what is asked for --

    def some_request(self):
        kind = self.rng.choice(["instalment_minor", "count", "end_date"])
        if kind == "count":
            return {"count": self.wanted}
        if kind == "instalment_minor":
            each = self.owed // self.wanted + self.rng.choice([0, 1, self.rng.randint(0, 500)])
            each = self.rng.choice([each, max(500, each // 500 * 500), self.amount(self.size)])
            return {"instalment_minor": max(1, each)}
        days = nominal_days(self.terms), due_days(self.terms)
        nominal, due = (list(itertools.islice(each, self.wanted))[-1] for each in days)
        end = self.rng.choice([due, due, nominal, nominal + self.rng.randint(0, 40) * ONE_DAY])
        return {"end_date": end.isoformat()}

    def first(self):
        least = max(1, self.owed // max(2, self.wanted))
        return min(
            self.owed,
            self.rng.choice([least, self.amount(2 * least), self.amount(self.owed), self.owed]),
        )

    def told(self, name):
        self.data["id"] = name
        self.data["expect"] = expect(self.data)
        return self.data


# -- the rules that a plan met --


def rules_met(plan):
    terms, given = plan["terms"], plan["expect"]["instalments"]
    yield f"frequency {terms['frequency']}"
    yield f"roll {terms['roll']}"
    yield f"day count {terms['day_count']}" if terms["rate_e10"] else "no interest"
    yield f"asked for {next(iter(plan['request']))}"
    if terms["first_minor"]:
        yield "a first one of its own"
    amounts = [instalment["amount_minor"] for instalment in given]
    equal = amounts[1:] if terms["first_minor"] else amounts
    if "instalment_minor" not in plan["request"] and len(equal) > 1:
        yield f"remainder {terms['remainder']}, of {'some' if len(set(equal)) > 1 else 'nothing'}"
        if equal[-1] < equal[-2]:
            yield "the last one is smaller than the one before, by interest"
        if terms["remainder"] == "FIRST" and terms["rate_e10"] and schedule_of(
            {**plan, "terms": {**terms, "remainder": "LAST"}}
        )[-1][1] - equal[-1] > equal[0] - equal[-2]:
            yield "the first takes less than the last would have"
    nominal = list(itertools.islice(nominal_days(terms), len(given)))
    due = [datetime.date.fromisoformat(instalment["due"]) for instalment in given]
    if nominal != due:
        yield "a day was moved"
    if any(a.month != b.month for a, b in zip(nominal, due)):
        yield "a day was moved to another month"
    if len(set(due)) < len(due):
        yield "two on one day"
    if due[0] < datetime.date.fromisoformat(terms["start"]):
        yield "moved to before the start"
    if terms["frequency"] == "MONTHLY" and len({day.day for day in nominal[1:]}) > 1:
        yield "a day that a month lacks"
    if any(day.month == 2 and day.day == 29 for day in due):
        yield "due on 29 February"
    if any(calendar.isleap(day.year) for day in due) and terms["day_count"] == "ACT_ACT_ISDA":
        yield "ACT/ACT over a leap year"
    yield "one instalment" if len(given) == 1 else "several instalments"
    if len(given) > 200:
        yield "more than 200 instalments"


def plans(seed, count):
    rng = random.Random(seed)
    for number in range(1, count + 1):
        while True:
            try:
                yield Plan(rng).told(f"{seed}-{number:05d}")
                break
            except Impossible:
                continue


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--tally", action="store_true", help="count the rules that were met")
    arguments = parser.parse_args()
    tally = collections.Counter()
    for plan in plans(arguments.seed, arguments.count):
        json.dump(plan, sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")
        if arguments.tally:
            tally.update(set(rules_met(plan)))
    for rule, count in sorted(tally.items()):
        print(f"{count:6}  {rule}", file=sys.stderr)


if __name__ == "__main__":
    main()
