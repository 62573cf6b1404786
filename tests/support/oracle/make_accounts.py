# SPDX-License-Identifier: Apache-2.0
"""Random histories of accounts in the format of `parley check ledger`, with their expectations.

    python3 make_accounts.py --seed 7 --count 300 > accounts.jsonl
    python3 make_accounts.py --seed 7 --count 300 --tally > /dev/null

The same seed gives the same bytes. With --tally, standard error tells how many of the histories
came by each rule. A history is valid as it was booked: a waiver or write-off is not above what it
lowers, and a refund not above the credit, on its value date and by what was known then; what is
booked later with an earlier value date may well leave it above.
"""

import argparse
import calendar
import collections
import datetime
import json
import random
import sys

from account_oracle import figures_of, told
from account_tally import rules_met
from oracle_account import RAISING, Account, Fact, facts_of
from oracle_choices import Choices
from oracle_interest import BUCKETS, Terms

CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CLP", "KWD", "BHD")  # 2, 2, 2, 0, 0, 3, 3 decimals
HOLD_TYPES = ("DISPUTE", "COMPLAINT", "HARDSHIP", "RESPITE", "BANKRUPTCY", "DECEASED", "LEGAL")
DAY_COUNTS = ("ACT_365F", "ACT_360", "ACT_ACT_ISDA", "30_360_US")
ORDERS = (
    ("fees", "costs", "penalty", "interest", "principal"),
    ("principal", "interest", "fees", "costs", "penalty"),
    ("costs", "interest", "principal", "fees", "penalty"),
)
# Of a hundred entries, so many are of each kind.
KINDS = {
    "PAYMENT": 30,
    "CHARGE": 15,
    "CREDIT": 8,
    "FEE": 8,
    "COST": 4,
    "PENALTY": 4,
    "WAIVER": 8,
    "WRITE_OFF": 4,
    "REFUND": 5,
    "REVERSAL": 14,
}
REVERSIBLE = set(KINDS) - {"REVERSAL"}
ONE_DAY = datetime.timedelta(days=1)


def month_end_of(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def february_end_of(day):
    return month_end_of(day.replace(month=2, day=1))


class History:
    def __init__(self, rng, least_of_month=False):
        self.rng = rng
        self.size = rng.choice([20, 700, 20_000, 20_000, 1_000_000, 10**8, 10**10])
        # A tidy history has amounts in steps of 500 and bears 0.1 % a day, or nearly so, and often
        # stands at an exact half of a minor unit.
        self.tidy = self.size > 20 and rng.random() < 0.15
        self.day_count = rng.choice(DAY_COUNTS)
        self.opened = self.snapped(datetime.date(2019, 1, 1) + rng.randrange(2920) * ONE_DAY)
        self.count = rng.choice([1, 2, 3, 4, 5, 6, 8, 10, 12, 16, rng.randint(17, 40)])
        span = rng.choice([25, 70, 200, 400, 900]) * rng.uniform(0.5, 1.5)
        self.pace = max(1, round(2 * span / self.count))
        self.end = self.opened + round(span) * ONE_DAY
        self.today = self.opened
        self.at = self.midnight(self.opened)
        self.all_booked = rng.random() < 0.75
        self.reversed = set()
        self.closed = False
        self.data = {
            "id": "",
            "currency": rng.choice(CURRENCIES),
            "opened": self.opened.isoformat(),
            "opening": self.opening(),
            "terms": {},
            "entries": [],
            "holds": [],
            "as_of": self.end.isoformat(),
            "known_at": None,
        }
        self.data["terms"] = self.terms()
        self.data["holds"] = [self.hold() for _ in range(rng.choice([0, 0, 0, 1, 1, 2, 3]))]
        self.oracle_terms = Terms(self.data)
        if least_of_month:
            self.oracle_terms.least_of_month = self.amount(max(2, self.size // 50))

    # -- days, amounts --

    def midnight(self, day):
        return datetime.datetime.combine(day, datetime.time(), datetime.timezone.utc)

    def snapped(self, day):
        """The day, or one near it at which rules of calendars turn."""
        chance = self.rng.random()
        if chance < 0.15:
            return month_end_of(day)
        if chance < 0.20:
            return february_end_of(day)
        if chance < 0.24:
            return day.replace(month=12, day=31)
        if chance < 0.28:
            return day.replace(day=1)
        if chance < 0.31:
            return day.replace(month=1, day=1)
        return day

    def near(self, day, before, after):
        return day + self.rng.randint(-before, after) * ONE_DAY

    def amount(self, largest=None):
        amount = self.rng.randint(1, largest or self.size)
        return max(500, amount // 500 * 500) if self.tidy else amount

    # -- what stands before the entries --

    def opening(self):
        amounts = {}
        if self.rng.random() < 0.92:
            amounts["principal"] = self.amount()
        for bucket in BUCKETS[1:]:
            if self.rng.random() < 0.25:
                amounts[bucket] = self.amount(max(2, self.size // 8))
        if self.rng.random() < 0.06:
            amounts["principal"] = -self.amount()
        return amounts

    def rate(self):
        if self.tidy:
            return 3_650_000_000 if self.day_count == "ACT_365F" else 3_600_000_000
        return self.rng.choice(
            [
                self.rng.randint(0, 4_000_000_000),
                self.rng.randint(1, 400) * 10_000_000,
                self.rng.randint(500_000_000, 1_500_000_000),
                self.rng.randint(0, 4_000_000_000),
                self.rng.choice([0, 0, 1, 20_000_000_000]),
            ]
        )

    def rates(self):
        days = {self.opened if self.rng.random() < 0.9 else self.near(self.opened, 0, 40)}
        for _ in range(self.rng.choice([0, 0, 1, 1, 2, 4])):
            days.add(max(self.opened, self.snapped(self.any_day())))
        if self.rng.random() < 0.04:
            days = set()
        return [{"from": day.isoformat(), "rate_e10": self.rate()} for day in sorted(days)]

    def any_day(self):
        return self.opened + self.rng.randrange((self.end - self.opened).days + 1) * ONE_DAY

    def terms(self):
        interest_from = self.opened
        if self.rng.random() < 0.3:
            interest_from = self.snapped(self.near(self.opened, 40, 60))
        cap = None
        if self.rng.random() < 0.35:
            years = (self.end - self.opened).days / 365
            cap = round(self.size * years * self.rng.choice([0.002, 0.02, 0.05, 0.2]))
        order = self.rng.choice([*ORDERS, self.any_order()])
        return {
            "day_count": self.day_count,
            "base": self.rng.choice(["PRINCIPAL", "PRINCIPAL_AND_FEES"]),
            "interest_from": interest_from.isoformat(),
            "rates": self.rates(),
            "interest_cap_minor": cap,
            "post_interest": "NEVER" if self.rng.random() < 0.15 else "MONTH_END",
            "allocation": list(order),
        }

    def any_order(self):
        return self.rng.sample(BUCKETS, len(BUCKETS))

    def hold(self):
        start = self.snapped(self.near(self.any_day(), 30, 0))
        until = None
        if self.rng.random() < 0.85:
            until = start + self.rng.choice([0, 1, 13, 30, 60, 365]) * ONE_DAY
            until = max(start, self.snapped(until)).isoformat()
        return {
            "type": self.rng.choice(HOLD_TYPES),
            "from": start.isoformat(),
            "until": until,
            "freezes_interest": self.rng.random() < 0.8,
        }

    # -- entries --

    def standing(self, day):
        """Where the account stands for an entry that posts interest first, of that value date."""
        as_of = day.toordinal()
        facts = facts_of(self.data, as_of, None)
        facts.append(Fact("probe", "WAIVER", as_of, 0))
        account = Account(self.oracle_terms, None, Choices())
        account.tell(facts, as_of)
        return account.standing

    def value_date(self, earliest):
        """Mostly today; else any day since, so that what came later must be told anew."""
        if self.rng.random() < 0.7:
            return self.today
        day = earliest + self.rng.randrange((self.today - earliest).days + 1) * ONE_DAY
        snapped = self.snapped(day)
        return snapped if earliest <= snapped <= self.today else day

    def entry(self, kind, day, amount, **other):
        entry = {
            "ref": f"e{len(self.data['entries']) + 1}",
            "kind": kind,
            "value_date": day.isoformat(),
            "booked_time": self.booked_time(),
            "amount_minor": amount,
            "bucket": None,
            "reverses": None,
            "allocation": None,
        }
        self.data["entries"].append({**entry, **other})

    def booked_time(self):
        if not self.all_booked:
            return None
        return self.at.isoformat().replace("+00:00", "Z")

    def add_charge(self, kind, day):
        self.entry(kind, day, self.amount(max(2, self.size // 3)), bucket=self.bucket_of(kind))

    def bucket_of(self, kind):
        if kind != "CHARGE":
            return RAISING[kind] if self.rng.random() < 0.2 else None
        return self.rng.choice(BUCKETS) if self.rng.random() < 0.4 else None

    def add_payment(self, day):
        amount = self.amount(max(2, self.size // self.rng.choice([3, 15, 40])))
        if self.rng.random() < 0.15:
            owed = self.standing(day).balance()
            if owed > 0:
                amount = owed + self.rng.choice([0, 0, 1, -1, self.amount()])
        allocation = self.any_order() if self.rng.random() < 0.2 else None
        self.entry("PAYMENT", day, max(1, amount), allocation=allocation)

    def add_credit(self, day):
        bucket = self.rng.choice(BUCKETS) if self.rng.random() < 0.6 else None
        allocation = self.any_order() if self.rng.random() < 0.1 else None
        largest = self.size if self.rng.random() < 0.1 else max(2, self.size // 20)
        self.entry("CREDIT", day, self.amount(largest), bucket=bucket, allocation=allocation)

    def let_off(self, kind, day):
        """A waiver or a write-off, of at most what is there; false if nothing is."""
        owed = self.standing(day).owed
        full = [bucket for bucket in BUCKETS if owed[bucket]]
        if not full:
            return False
        whole = self.rng.random() < (0.7 if kind == "WRITE_OFF" else 0.2)
        bucket = None if whole else self.rng.choice(full)
        most = owed[bucket] if bucket else sum(owed.values())
        all_of_it = self.rng.random() < (0.8 if kind == "WRITE_OFF" else 0.4)
        self.entry(kind, day, most if all_of_it else self.rng.randint(1, most), bucket=bucket)
        self.closed = self.closed or (kind == "WRITE_OFF" and all_of_it and bucket is None)
        return True

    def refund(self, day):
        most = min(self.standing(day).held, self.standing(self.today).held)
        if not most:
            return False
        self.entry("REFUND", day, most if self.rng.random() < 0.5 else self.rng.randint(1, most))
        return True

    def reverse(self):
        targets = [
            entry
            for entry in self.data["entries"]
            if entry["kind"] in REVERSIBLE and entry["ref"] not in self.reversed
        ]
        if not targets:
            return False
        weights = [3 if entry["kind"] in ("REFUND", "WRITE_OFF") else 1 for entry in targets]
        target = self.rng.choices(targets, weights)[0]
        self.reversed.add(target["ref"])
        day = datetime.date.fromisoformat(target["value_date"])
        if self.rng.random() < 0.6:
            day = self.value_date(day)
        self.entry("REVERSAL", day, target["amount_minor"], reverses=target["ref"])
        return True

    def add(self):
        kind = self.rng.choices(list(KINDS), list(KINDS.values()))[0]
        if self.closed and self.rng.random() < 0.4:
            kind = "PAYMENT"
        day = self.value_date(self.opened)
        if kind == "REVERSAL" and self.reverse():
            return
        if kind == "REFUND" and self.refund(day):
            return
        if kind in ("WAIVER", "WRITE_OFF") and self.let_off(kind, day):
            return
        if kind in RAISING:
            self.add_charge(kind, day)
        elif kind == "CREDIT":
            self.add_credit(day)
        else:
            self.add_payment(day)

    def pass_time(self):
        if self.rng.random() < 0.75:
            day = self.snapped(self.today + self.rng.randint(0, self.pace) * ONE_DAY)
            self.today = max(self.today, day)
        self.at = max(
            self.at + datetime.timedelta(microseconds=self.rng.choice([0, 1, 10**6, 10**9])),
            self.midnight(self.today) + datetime.timedelta(seconds=self.rng.randrange(60_000)),
        )
        self.today = max(self.today, self.at.date())

    # -- the question --

    def interesting_days(self):
        entries, terms = self.data["entries"], self.data["terms"]
        days = [entry["value_date"] for entry in entries]
        days += [rate["from"] for rate in terms["rates"]] + [terms["interest_from"]]
        days += [hold["from"] for hold in self.data["holds"]]
        days += [hold["until"] for hold in self.data["holds"] if hold["until"]]
        days = {datetime.date.fromisoformat(day) for day in days} | {self.opened}
        return sorted(day for day in days if day >= self.opened)

    def as_of(self):
        last = max(self.end, self.today)
        chance = self.rng.random()
        if chance < 0.015:
            return self.opened - self.rng.choice([1, 30]) * ONE_DAY
        day = self.rng.choice(self.interesting_days() + [last] * 10)
        if chance < 0.25:
            return day
        if chance < 0.40:
            return month_end_of(day)
        if chance < 0.48:
            return february_end_of(day)
        if chance < 0.65:
            return day + self.rng.choice([-1, 1, 2]) * ONE_DAY
        return last + self.rng.choice([0, 1, 17, 100]) * ONE_DAY

    def known_at(self):
        booked = [entry["booked_time"] for entry in self.data["entries"] if entry["booked_time"]]
        if self.rng.random() < 0.6 or not booked:
            return None
        at = datetime.datetime.fromisoformat(self.rng.choice(booked))
        at += datetime.timedelta(microseconds=self.rng.choice([0, 0, -1, 1, 10**9, -(10**9)]))
        return at.isoformat().replace("+00:00", "Z")

    def told(self, name):
        for _ in range(self.count):
            self.pass_time()
            self.add()
        self.data["id"] = name
        self.data["as_of"] = self.as_of().isoformat()
        self.data["known_at"] = self.known_at()
        account = told(self.data, self.oracle_terms)
        self.data["expect"] = figures_of(account)
        return account


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--tally", action="store_true", help="count the rules that were met")
    parser.add_argument(
        "--least-of-month",
        action="store_true",
        help="each line is {least_of_month_minor, history}: the format has no field for it",
    )
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    tally = collections.Counter()
    for number in range(1, arguments.count + 1):
        history = History(rng, arguments.least_of_month)
        account = history.told(f"{arguments.seed}-{number:05d}")
        line = history.data
        if arguments.least_of_month:
            least = history.oracle_terms.least_of_month
            line = {"least_of_month_minor": least, "history": line}
        json.dump(line, sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")
        if arguments.tally:
            tally.update(set(rules_met(history.data, account)))
    for rule, count in sorted(tally.items()):
        print(f"{count:6}  {rule}", file=sys.stderr)


if __name__ == "__main__":
    main()
