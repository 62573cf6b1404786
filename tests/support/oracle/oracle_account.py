# SPDX-License-Identifier: Apache-2.0
"""A debt's account, told from its opening: what each entry does to buckets, credit and interest."""

import dataclasses
from fractions import Fraction

from oracle_choices import Choices
from oracle_interest import (
    BUCKETS,
    ActualDays,
    ThirtyDays,
    day_of,
    instant_of,
    is_month_end,
    order_of,
)

RAISING = {"CHARGE": "principal", "FEE": "fees", "COST": "costs", "PENALTY": "penalty"}
LOWERING = ("CREDIT", "WAIVER", "WRITE_OFF")


def nothing():
    return dict.fromkeys(BUCKETS, 0)


@dataclasses.dataclass
class Standing:
    owed: dict = dataclasses.field(default_factory=nothing)
    held: int = 0
    # What the write-offs took that were not reversed as entries, and what of it came in after all.
    written_off: int = 0
    recovered: int = 0

    def copy(self):
        return dataclasses.replace(self, owed=dict(self.owed))

    def lost(self):
        return self.written_off - self.recovered

    def balance(self):
        return sum(self.owed.values()) - self.held


@dataclasses.dataclass
class Fact:
    ref: str
    kind: str  # OPENING, or one of the entries' kinds
    day: int
    amount: int = 0
    bucket: str = None
    reverses: str = None
    allocation: tuple = None
    opening: dict = None


def facts_of(history, as_of, known_at):
    """The picture at as_of as known at known_at, in the order in which it is told."""
    facts = [Fact(None, "OPENING", day_of(history["opened"]), opening=history["opening"])]
    for entry in history["entries"]:
        booked = entry["booked_time"]
        if known_at and booked and instant_of(booked) > instant_of(known_at):
            continue
        allocation = order_of(entry["allocation"]) if entry["allocation"] else None
        facts.append(
            Fact(
                entry["ref"],
                entry["kind"],
                day_of(entry["value_date"]),
                entry["amount_minor"],
                entry["bucket"],
                entry["reverses"],
                allocation,
            )
        )
    facts = [fact for fact in facts if fact.day <= as_of]
    return sorted(facts, key=lambda fact: fact.day)  # Stable: the order of booking within a day.


class Account:
    """One telling of a history."""

    def __init__(self, terms, known_at, choices):
        self.terms = terms
        self.known_day = instant_of(known_at).toordinal() if known_at else None
        self.choices = choices
        thirty = terms.day_count == "30_360_US"
        self.meter = ThirtyDays(choices) if thirty else ActualDays(terms.day_count, choices)
        self.standing = Standing()
        self.posted = 0
        self.topped_up = 0  # Of what was posted: what made up the least for a month.
        self.month_end_before = (Fraction(0), 0)  # What had accrued then, and was posted.
        self.month_ended = None
        self.changes = {}  # ref: the standing before the entry and after it
        self.said = {}  # ref: by how much the entry says that the balance changes
        self.touched = set()
        self.distrusts_itself = choices == Choices()

    # -- interest --

    def base(self):
        """Principal only, or principal and fees. Posted interest is never a base."""
        return sum(self.standing.owed[bucket] for bucket in self.terms.base_buckets)

    def cap(self):
        """The cap bounds all interest ever posted, whatever became of it since."""
        if self.terms.cap is None or not self.choices.cap_counts_opening:
            return self.terms.cap
        opened = max(self.changes[None][1].owed["interest"], 0) if None in self.changes else 0
        return max(self.terms.cap - opened, 0)

    def interest_to_post(self):
        """The exact total since interest_from, rounded half to even, with what made up the least
        for a month, within the cap. (The round of a Fraction is half to even.)"""
        total = self.meter.total()
        rounded = round(total) + self.topped_up
        if total.denominator == 2:
            self.touched.add("a half is rounded to even")
        if self.cap() is not None and rounded > self.cap():
            self.touched.add("cap")
            rounded = self.cap()
        return rounded

    def accrued(self):
        """What is accrued and not posted, rounded for showing."""
        if not self.choices.cap_bounds_accrued:
            return round(self.meter.total()) - self.posted
        if not self.choices.accrued_is_rounded_total:
            rest = round(self.meter.total() - self.posted)
            return rest if self.cap() is None else min(rest, self.cap() - self.posted)
        return self.interest_to_post() - self.posted

    def post(self):
        """A posting posts the rounded total minus what was posted before, so rounding never adds
        up."""
        difference = self.interest_to_post() - self.posted
        assert difference >= 0
        self.post_interest(difference)

    def post_interest(self, difference):
        if difference == 0:
            return
        self.posted += difference
        if self.standing.held:
            self.touched.add("interest posted while credit is held")
        if self.choices.credit_pays_interest:
            self.raise_bucket("interest", difference)
        else:
            self.standing.owed["interest"] += difference

    def post_month_end(self, day):
        hidden = self.choices.known_at_hides_postings and self.known_day and day >= self.known_day
        if self.terms.posts and is_month_end(day) and not hidden:
            self.post()
            if self.month_ended != day:
                self.month_ended = day
                self.top_up(day)

    def top_up(self, month_end):
        """The minimum is the least posted for a month in which any accrued; a debt that bears
        nothing any more at the month's end is left alone, and so is a month in which a day was
        frozen. The cap bounds it."""
        accrued_before, posted_before = self.month_end_before
        accrued_any = self.meter.total() > accrued_before
        frozen = self.terms.froze_in_month_of(month_end)
        if frozen and accrued_any:
            self.touched.add("a least for a month with a freeze")
        if accrued_any and self.base() > 0 and not frozen:
            missing = self.terms.least_of_month - (self.posted - posted_before)
            if self.cap() is not None:
                missing = min(missing, self.cap() - self.posted)
            if missing > 0:
                self.touched.add("the least for a month")
                self.topped_up += missing
                self.post_interest(missing)
        self.month_end_before = (self.meter.total(), self.posted)

    # -- money --

    def pour(self, money, order):
        """Money pays what is owed in the order of allocation. What is left recovers as much as is
        written off; the rest is held as credit."""
        standing = self.standing
        for bucket in order:
            paid = min(money, standing.owed[bucket])
            standing.owed[bucket] -= paid
            money -= paid
        if self.choices.write_off_reversed_by == "ALL":
            money = self.recover(money)
        standing.held += money

    def recover(self, money):
        recovered = min(money, self.standing.lost())
        self.standing.recovered += recovered
        if recovered:
            self.touched.add("money reverses a write-off")
        return money - recovered

    def raise_bucket(self, bucket, amount):
        """A charge raises one bucket; credit that is held pays it at once."""
        from_held = min(self.standing.held, amount)
        self.standing.held -= from_held
        self.standing.owed[bucket] += amount - from_held

    def lower(self, bucket, amount):
        taken = min(self.standing.owed[bucket], amount)
        self.standing.owed[bucket] -= taken
        return taken

    # -- entries --

    def open_with(self, fact, order):
        """A negative opening amount is credit, which pays what else was opened."""
        money = 0
        for bucket, amount in fact.opening.items():
            if amount < 0:
                money -= amount
            else:
                self.standing.owed[bucket] += amount
        self.pour(money, order)

    def pay(self, fact, order):
        """A payment is allocated by the debt's order; the payer's instruction wins."""
        how = self.choices.write_off_reversed_by
        money = fact.amount
        if how == "FIRST":
            money = self.recover(money)
        elif how == "PAYMENT":
            surplus = max(money - sum(self.standing.owed.values()), 0)
            money -= surplus - self.recover(surplus)
        self.pour(money, order)

    def let_off(self, fact, order):
        """A credit, a waiver and a write-off lower their bucket first; what is left is spread like
        a payment. A bare credit is of principal; a bare waiver or write-off goes by the order of
        allocation. A write-off of more than is owed writes off what is owed."""
        before = self.standing.copy()
        bucket = fact.bucket
        if bucket is None and (fact.kind == "CREDIT" or not self.choices.bare_goes_by_order):
            bucket = "principal"
        rest = fact.amount - (self.lower(bucket, fact.amount) if bucket else 0)
        if bucket and rest:
            self.touched.add(f"{fact.kind.lower()} above its bucket")
        if fact.kind == "CREDIT":
            self.pour(rest, order)
        elif fact.kind == "WAIVER":
            if self.choices.waiver_spreads:
                self.pour(rest, order)
            else:
                self.said[fact.ref] += rest
        else:
            for other in order:
                rest -= self.lower(other, rest)
            if rest:
                self.touched.add("write-off above what is owed")
            if not self.choices.write_off_lapses:
                self.standing.held += rest
                self.said[fact.ref] -= rest
            taken = sum(before.owed.values()) - sum(self.standing.owed.values())
            self.standing.written_off += taken

    def refund(self, fact):
        """A refund pays out credit. What of it is no longer held is owed again as principal."""
        paid_out = min(self.standing.held, fact.amount)
        self.standing.held -= paid_out
        self.standing.owed["principal"] += fact.amount - paid_out
        if paid_out < fact.amount:
            self.touched.add("refund above the credit")

    def take_back(self, fact, order):
        """A reversal takes back, bucket by bucket, what the reversed entry changed in its place.
        What would fall below zero is held as credit; held money that is gone is owed again as
        principal; money that is held pays what is owed.

        What recovered a write-off is a pool: what of it is more than is written off is the debtor's
        money again, and what is missing in it has to come from the debtor.
        """
        before, after = self.changes[fact.reverses]
        standing = self.standing
        money = standing.held - (after.held - before.held)
        standing.held = 0
        standing.written_off -= after.written_off - before.written_off
        standing.recovered -= after.recovered - before.recovered
        pool = min(max(standing.recovered, 0), standing.written_off)
        money += standing.recovered - pool
        standing.recovered = pool
        for bucket in BUCKETS:
            owed = standing.owed[bucket] - (after.owed[bucket] - before.owed[bucket])
            if owed < 0:
                money -= owed
                owed = 0
            standing.owed[bucket] = owed
        if money < 0:
            standing.owed["principal"] -= money
            self.touched.add("held money that is gone")
        else:
            self.pour(money, order)

    def happen(self, fact):
        if fact.kind in self.choices.posts_first and (
            self.terms.posts or not self.choices.never_is_never
        ):
            self.post()
        before = self.standing.copy()
        self.said[fact.ref] = what_it_says(fact, self.said)
        order = fact.allocation or self.terms.allocation
        if fact.kind == "OPENING":
            self.open_with(fact, order)
        elif fact.kind in RAISING:
            self.raise_bucket(bucket_raised(fact), fact.amount)
        elif fact.kind == "PAYMENT":
            self.pay(fact, order)
        elif fact.kind in LOWERING:
            self.let_off(fact, order)
        elif fact.kind == "REFUND":
            self.refund(fact)
        elif fact.kind == "REVERSAL":
            self.take_back(fact, order)
        else:
            raise ValueError(f"no such kind: {fact.kind}")
        self.changes[fact.ref] = (before, self.standing.copy())
        self.check()

    # -- the oracle distrusts itself --

    def check(self):
        """No bucket is below zero; nothing is held while something is owed; what is posted is
        within the cap; and what stands is the plain sum of what the entries say and of the interest
        posted, less what is written off still."""
        if not self.distrusts_itself:
            return
        standing, cap = self.standing, self.terms.cap
        assert standing.held >= 0 and all(owed >= 0 for owed in standing.owed.values())
        assert 0 <= standing.recovered <= standing.written_off
        assert standing.held == 0 or not any(standing.owed.values())
        assert cap is None or self.posted <= cap
        net = sum(standing.owed.values()) - standing.held + standing.lost()
        assert net == sum(self.said.values()) + self.posted

    def check_again(self, facts):
        """And what stands, once more, by a sum that knows nothing of buckets."""
        if not self.distrusts_itself:
            return
        self.check()
        assert self.standing.balance() + self.standing.lost() == plain_sum(facts) + self.posted
        assert self.accrued() >= 0
        for fact in facts:
            if fact.kind == "PAYMENT":
                before, after = self.changes[fact.ref]
                owed = sum(before.owed.values()) + before.lost()
                left = sum(after.owed.values()) + after.lost()
                assert owed - left == min(fact.amount, owed)

    # -- the telling --

    def tell(self, facts, as_of):
        """Each day D after interest_from, up to and including as_of, bears interest on the base as
        it stood at the end of D-1, at the rate in force on D; an entry value-dated D changes the
        base from D+1."""
        of_day = {}
        for fact in facts:
            of_day.setdefault(fact.day, []).append(fact)
        base = 0
        for day in range(min(of_day, default=as_of + 1), as_of + 1):
            if day > self.terms.interest_from:
                something_happened = (day - 1) in of_day or day in self.terms.edges
                self.meter.bear(day, base, self.terms.rate_borne(day), something_happened)
            if not self.choices.month_end_is_last:
                self.post_month_end(day)
            for fact in of_day.get(day, ()):
                self.happen(fact)
            self.post_month_end(day)
            base = self.base()
        self.check_again(facts)


def bucket_raised(fact):
    own = RAISING[fact.kind]
    if fact.bucket and fact.kind != "CHARGE" and fact.bucket != own:
        raise ValueError(f"a {fact.kind} is of {own}")
    return fact.bucket or own


def what_it_says(fact, said):
    """By how much an entry changes the balance, were nothing written off."""
    if fact.kind == "OPENING":
        return sum(fact.opening.values())
    if fact.kind == "REVERSAL":
        return -said[fact.reverses]
    if fact.kind in ("PAYMENT", "CREDIT", "WAIVER"):
        return -fact.amount
    return 0 if fact.kind == "WRITE_OFF" else fact.amount


def plain_sum(facts):
    reversed_refs = {fact.reverses for fact in facts if fact.kind == "REVERSAL"}
    kept = [fact for fact in facts if fact.kind != "REVERSAL" and fact.ref not in reversed_refs]
    return sum(what_it_says(fact, {}) for fact in kept)
