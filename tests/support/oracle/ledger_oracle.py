# SPDX-License-Identifier: Apache-2.0
"""A second opinion on the ledger, in decimal arithmetic.

It was written from the words that the ledger promises, not from its code, and it is slow and plain
on purpose: whoever asks where a debt stood on a day, as it was known at an instant, gets the facts
of that picture told from the start.

    A charge raises one bucket; credit that is held pays it at once.
    A payment fills fees, costs, penalty, interest, principal in that order; the rest is held.
    A credit lowers one bucket first; what is left of it is spread like a payment.
    A reversal takes back, bucket by bucket, what the reversed entry changed in its place. What
    would fall below zero is held as credit; held money that is gone is owed again as principal;
    money that is held pays what is owed.
    Facts count in the order of their value dates, those of one day in the order of booking.
"""

from dataclasses import dataclass, field
from decimal import Decimal

BUCKETS = ("PRINCIPAL", "INTEREST", "FEES", "COSTS", "PENALTY")
PAYING_ORDER = ("FEES", "COSTS", "PENALTY", "INTEREST", "PRINCIPAL")
LAST_TO_PAY = "PRINCIPAL"


@dataclass
class Fact:
    name: str
    kind: str  # OPENING, CHARGE, PAYMENT, CREDIT, REVERSAL
    value_date: str  # ISO 8601, which sorts as text
    booked: int  # microseconds; facts of one instant are in the order of their list
    amount: Decimal = Decimal(0)
    bucket: str = LAST_TO_PAY
    reverses: str = ""
    opening: dict = field(default_factory=dict)


@dataclass
class Standing:
    owed: dict = field(default_factory=lambda: dict.fromkeys(BUCKETS, Decimal(0)))
    held: Decimal = Decimal(0)

    def balance(self):
        return sum(self.owed.values()) - self.held

    def copy(self):
        return Standing(dict(self.owed), self.held)


def pour(standing, money):
    """Money pays what is owed in the order of payment; the rest is held."""
    for bucket in PAYING_ORDER:
        paid = min(money, standing.owed[bucket])
        standing.owed[bucket] -= paid
        money -= paid
    standing.held += money


def charge(standing, bucket, amount):
    from_held = min(standing.held, amount)
    standing.held -= from_held
    standing.owed[bucket] += amount - from_held


def lower(standing, bucket, amount):
    taken = min(standing.owed[bucket], amount)
    standing.owed[bucket] -= taken
    pour(standing, amount - taken)


def open_with(standing, opening):
    money = Decimal(0)
    for bucket, amount in opening.items():
        if amount < 0:
            money -= amount
        else:
            standing.owed[bucket] += amount
    pour(standing, money)


def take_back(standing, before, after):
    money = standing.held - (after.held - before.held)
    standing.held = Decimal(0)
    for bucket in BUCKETS:
        standing.owed[bucket] -= after.owed[bucket] - before.owed[bucket]
        if standing.owed[bucket] < 0:
            money -= standing.owed[bucket]
            standing.owed[bucket] = Decimal(0)
    if money < 0:
        standing.owed[LAST_TO_PAY] -= money
    else:
        pour(standing, money)


def standing_of(facts, as_of, known_at):
    """Where the ledger stands at the end of the day `as_of`, as known at `known_at`."""
    picture = [fact for fact in facts if fact.value_date <= as_of and fact.booked <= known_at]
    picture.sort(key=lambda fact: fact.value_date)  # Stable: booking order within a day.
    standing = Standing()
    changes = {}
    for fact in picture:
        before = standing.copy()
        if fact.kind == "OPENING":
            open_with(standing, fact.opening)
        elif fact.kind == "CHARGE":
            charge(standing, fact.bucket, fact.amount)
        elif fact.kind == "PAYMENT":
            pour(standing, fact.amount)
        elif fact.kind == "CREDIT":
            lower(standing, fact.bucket, fact.amount)
        else:
            take_back(standing, *changes[fact.reverses])
        changes[fact.name] = (before, standing.copy())
    check_standing(standing, picture)
    return standing


def check_standing(standing, picture):
    """The oracle distrusts itself: its balance is also the plain sum of what the facts say."""
    signed = {"CHARGE": 1, "PAYMENT": -1, "CREDIT": -1}
    plain = {}
    for fact in picture:
        if fact.kind == "OPENING":
            plain[fact.name] = sum(fact.opening.values())
        elif fact.kind == "REVERSAL":
            plain[fact.name] = -plain[fact.reverses]
        else:
            plain[fact.name] = signed[fact.kind] * fact.amount
    assert standing.balance() == sum(plain.values(), Decimal(0))
    assert standing.held >= 0 and all(amount >= 0 for amount in standing.owed.values())
    assert standing.held == 0 or not any(standing.owed.values())
