# SPDX-License-Identifier: Apache-2.0
"""Days and the interest that they bear, as the account oracle has them: in exact fractions."""

import calendar
import datetime
import functools
from fractions import Fraction

BUCKETS = ("principal", "interest", "fees", "costs", "penalty")
RATE_UNIT = 10**10


def day_of(text):
    return datetime.date.fromisoformat(text).toordinal()


def instant_of(text):
    return datetime.datetime.fromisoformat(text)


@functools.lru_cache(maxsize=None)
def is_month_end(day):
    return datetime.date.fromordinal(day + 1).day == 1


@functools.lru_cache(maxsize=None)
def days_of_the_year_of(day):
    return 366 if calendar.isleap(datetime.date.fromordinal(day).year) else 365


def is_last_of_february(date):
    return date.month == 2 and is_month_end(date.toordinal())


def days_30_360_us(start, end, february_has_thirty=True):
    """30/360 US. If both dates are the last of February, the second becomes a 30th; if the first
    is, it becomes a 30th. If then the second is a 31st and the first a 30th or 31st, the second
    becomes a 30th; a first that is a 31st becomes a 30th.

    >>> date = datetime.date
    >>> days_30_360_us(date(2024, 1, 15), date(2024, 1, 31))
    16
    >>> days_30_360_us(date(2024, 1, 31), date(2024, 2, 29))
    29
    >>> days_30_360_us(date(2024, 2, 29), date(2024, 3, 31))
    30
    >>> days_30_360_us(date(2023, 2, 28), date(2024, 2, 29))
    360
    >>> days_30_360_us(date(2023, 2, 28), date(2024, 2, 28))
    358
    """
    first, second = start.day, end.day
    if february_has_thirty and is_last_of_february(start):
        first = 30
        if is_last_of_february(end):
            second = 30
    if second == 31 and first >= 30:
        second = 30
    first = min(first, 30)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months * 30 + second - first


class ActualDays:
    """Simple daily interest: each day bears base times rate over the days of its year, which are
    365, 360, or as many as the year that the day lies in has.

    >>> from oracle_choices import Choices
    >>> meter = ActualDays("ACT_ACT_ISDA", Choices())
    >>> for day in range(day_of("2023-12-31"), day_of("2024-01-02")):
    ...     meter.bear(day, 1_000, RATE_UNIT, False)
    >>> meter.total() == Fraction(1_000, 365) + Fraction(1_000, 366)
    True
    """

    def __init__(self, day_count, choices):
        self.year = {"ACT_365F": 365, "ACT_360": 360, "ACT_ACT_ISDA": None}[day_count]
        self.shift = 0 if choices.isda_year_of_the_day else 1
        self.borne = {360: 0, 365: 0, 366: 0}  # Sums of base times rate, by the year's days.

    def bear(self, day, base, rate, _):
        self.borne[self.year or days_of_the_year_of(day - self.shift)] += base * rate

    def total(self):
        parts = (Fraction(borne, year * RATE_UNIT) for year, borne in self.borne.items() if borne)
        return sum(parts, Fraction(0))


class ThirtyDays:
    """30/360 is applied between successive dates of change. The base of an entry value-dated D
    changes after D; a rate in force from D, and a freeze from D, change what D bears, so that the
    last day before is where the period before ends. What one asks in between (a posting, as_of)
    ends no period: the days are always counted from the last date of change.
    """

    def __init__(self, choices):
        self.choices = choices
        self.before = Fraction(0)  # What the periods before this one bore.
        self.base_and_rate = (0, 0)
        self.start = self.last = 1

    def bear(self, day, base, rate, something_happened):
        changed = (base, rate) != self.base_and_rate
        if changed or (something_happened and not self.choices.only_true_changes):
            self.before = self.total()
            self.base_and_rate = (base, rate)
            self.start = day - 1
        self.last = day

    def total(self):
        base, rate = self.base_and_rate
        if base * rate == 0:
            return self.before
        start, last = datetime.date.fromordinal(self.start), datetime.date.fromordinal(self.last)
        days = days_30_360_us(start, last, self.choices.february_has_thirty)
        return self.before + Fraction(base * rate * days, 360 * RATE_UNIT)


class Terms:
    """What a day bears: the rate in force on it, and nothing while a hold freezes interest. A
    freeze includes both its ends."""

    def __init__(self, history):
        terms = history["terms"]
        self.day_count = terms["day_count"]
        self.interest_from = day_of(terms["interest_from"])
        self.cap = terms["interest_cap_minor"]
        self.least_of_month = 0  # The format of histories has no field for it.
        self.posts = {"MONTH_END": True, "NEVER": False}[terms["post_interest"]]
        self.allocation = order_of(terms["allocation"])
        self.base_buckets = {
            "PRINCIPAL": ("principal",),
            "PRINCIPAL_AND_FEES": ("principal", "fees"),
        }[terms["base"]]
        self.rates = sorted((day_of(rate["from"]), rate["rate_e10"]) for rate in terms["rates"])
        self.freezes = [
            (day_of(hold["from"]), day_of(hold["until"]) if hold["until"] else None)
            for hold in history["holds"]
            if hold["freezes_interest"]
        ]
        self.borne = {}
        edges = {start for start, _ in self.rates + self.freezes}
        self.edges = edges | {until + 1 for _, until in self.freezes if until}

    def rate_borne(self, day):
        if day not in self.borne:
            frozen = any(
                start <= day and (until is None or day <= until) for start, until in self.freezes
            )
            in_force = [rate for start, rate in self.rates if start <= day]
            self.borne[day] = in_force[-1] if in_force and not frozen else 0
        return self.borne[day]

    def froze_in_month_of(self, month_end):
        first = datetime.date.fromordinal(month_end).replace(day=1).toordinal()
        return any(
            start <= month_end and (until is None or first <= until)
            for start, until in self.freezes
        )


def order_of(allocation):
    if sorted(allocation) != sorted(BUCKETS):
        raise ValueError("an order of allocation names each bucket once")
    return tuple(allocation)
