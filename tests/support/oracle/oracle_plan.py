# SPDX-License-Identifier: Apache-2.0
"""A second opinion on schedules of plans: on which days something is due, and how much.

It was written from the words of `infra/docs/plan_cases.md` and not from the product's code. What a
schedule comes to is looked for in whole numbers, stretch by stretch; what was found is then told
once more day by day, by the meters of the account oracle, and both must agree.
"""

import calendar
import datetime
import functools
import itertools

from oracle_choices import Choices
from oracle_interest import (
    BUCKETS,
    RATE_UNIT,
    ActualDays,
    ThirtyDays,
    days_30_360_us,
    days_of_the_year_of,
)

ORDER = ("fees", "costs", "penalty", "interest", "principal")
MOST_INSTALMENTS = 1600
WEEKS = {"WEEKLY": 1, "FORTNIGHTLY": 2, "FOUR_WEEKLY": 4}
ONE_DAY = datetime.timedelta(days=1)


class Impossible(Exception):
    """There is no such schedule."""


# -- days --


def in_month(year, month, day):
    """That day of the month, or its last one; the month may be the 13th of a year.

    >>> in_month(2023, 14, 31)
    datetime.date(2024, 2, 29)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def nominal_days(terms):
    """The days on which something is due before any of them is moved, without end.

    >>> terms = {"frequency": "MONTHLY", "days": [31], "first_due": "2023-12-31"}
    >>> [day.isoformat() for day in itertools.islice(nominal_days(terms), 3)]
    ['2023-12-31', '2024-01-31', '2024-02-29']
    >>> terms = {"frequency": "TWICE_MONTHLY", "days": [31, 15], "first_due": "2023-01-31"}
    >>> [day.isoformat() for day in itertools.islice(nominal_days(terms), 3)]
    ['2023-01-31', '2023-02-15', '2023-02-28']
    """
    first = datetime.date.fromisoformat(terms["first_due"])
    frequency, days = terms["frequency"], terms["days"]
    if frequency in WEEKS:
        for number in itertools.count():
            yield first + number * 7 * WEEKS[frequency] * ONE_DAY
    yield first
    if frequency == "TWICE_MONTHLY":
        for number in itertools.count():
            both = {in_month(first.year, first.month + number, day) for day in days}
            yield from sorted(day for day in both if day > first)
    named = 31 if frequency == "MONTH_END" else (days or [first.day])[0]
    for number in itertools.count(1):
        yield in_month(first.year, first.month + number, named)


def rolled(day, roll, holidays):
    """Where a day is moved to on which no office works.

    >>> saturday = datetime.date(2024, 8, 31)
    >>> [rolled(saturday, roll, {datetime.date(2024, 8, 30)}).isoformat()
    ...     for roll in ("NONE", "FOLLOWING", "PRECEDING", "MODIFIED_FOLLOWING")]
    ['2024-08-31', '2024-09-02', '2024-08-29', '2024-08-29']
    """

    def office_day(step):
        found = day
        while found.weekday() >= 5 or found in holidays:
            found += step * ONE_DAY
        return found

    if roll == "NONE":
        return day
    if roll == "MODIFIED_FOLLOWING":
        following = office_day(1)
        same_month = (following.year, following.month) == (day.year, day.month)
        return following if same_month else office_day(-1)
    return office_day({"FOLLOWING": 1, "PRECEDING": -1}[roll])


def due_days(terms):
    holidays = {datetime.date.fromisoformat(day) for day in terms["holidays"]}
    for day in nominal_days(terms):
        yield rolled(day, terms["roll"], holidays)


# -- interest --


def half_to_even(numerator, denominator):
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


@functools.lru_cache(maxsize=None)
def part_of_year(day_count, start, last):
    """The days after `start` up to `last`, as whole parts of a year of YEAR[day_count] parts."""
    if last <= start:
        return 0
    if day_count == "30_360_US":
        return days_30_360_us(*map(datetime.date.fromordinal, (start, last)))
    if day_count != "ACT_ACT_ISDA":
        return last - start
    years = [days_of_the_year_of(day) for day in range(start + 1, last + 1)]
    return years.count(365) * 366 + years.count(366) * 365


YEAR = {"ACT_365F": 365, "ACT_360": 360, "ACT_ACT_ISDA": 365 * 366, "30_360_US": 360}


class Stretches:
    """A debt from one due day to the next, in whole numbers."""

    def __init__(self, balance, terms):
        self.owed = {bucket: balance.get(bucket, 0) for bucket in BUCKETS}
        self.rate, self.day_count = terms["rate_e10"], terms["day_count"]
        self.unit = YEAR[self.day_count] * RATE_UNIT
        self.since = datetime.date.fromisoformat(terms["start"]).toordinal()
        self.settled = self.accrued = self.posted = 0

    def left(self):
        return sum(self.owed.values())

    def come_to(self, day):
        parts = part_of_year(self.day_count, self.since, day.toordinal())
        self.accrued = self.settled + self.owed["principal"] * self.rate * parts
        total = half_to_even(self.accrued, self.unit)
        self.owed["interest"] += total - self.posted
        self.posted = total
        self.day = day.toordinal()

    def pay(self, amount):
        for bucket in ORDER:
            part = min(amount, self.owed[bucket])
            self.owed[bucket] -= part
            amount -= part
            if bucket == "principal" and part:
                self.settled, self.since = self.accrued, max(self.since, self.day)


class DayByDay(Stretches):
    """The same by the meters of the account oracle, which see every single day."""

    def __init__(self, balance, terms):
        super().__init__(balance, terms)
        thirty = self.day_count == "30_360_US"
        self.meter = ThirtyDays(Choices()) if thirty else ActualDays(self.day_count, Choices())
        self.told = self.since

    def come_to(self, day):
        for each in range(self.told + 1, day.toordinal() + 1):
            self.meter.bear(each, self.owed["principal"], self.rate, False)
        self.told = max(self.told, day.toordinal())
        total = round(self.meter.total())  # Of a fraction, Python rounds a half to even.
        self.owed["interest"] += total - self.posted
        self.posted = total
        self.accrued, self.day = 0, day.toordinal()


def told_day_by_day(case, instalments):
    debt = DayByDay(case["balance"], case["terms"])
    for day, amount in instalments:
        debt.come_to(day)
        if not 0 < amount <= debt.left():
            raise AssertionError(f"{amount} is paid of {debt.left()}")
        debt.pay(amount)
    return debt.left()


# -- amounts --


def by_amount(case, each):
    debt = Stretches(case["balance"], case["terms"])
    wanted = case["terms"]["first_minor"] or each
    instalments = []
    for day in itertools.islice(due_days(case["terms"]), MOST_INSTALMENTS):
        debt.come_to(day)
        instalments.append((day, min(wanted, debt.left())))
        debt.pay(instalments[-1][1])
        if not debt.left():
            return instalments
        wanted = each
    raise Impossible


class Shared:
    """Equal amounts on given days, with or without a first one that is given."""

    def __init__(self, case, days):
        self.case, self.days = case, days
        self.given = [case["terms"]["first_minor"]] if case["terms"]["first_minor"] else []
        self.equal = len(days) - len(self.given)

    def last_after(self, amounts):
        """What the last one must be after these, which is below 1 if they are more than enough."""
        debt = Stretches(self.case["balance"], self.case["terms"])
        for day, amount in zip(self.days, amounts):
            debt.come_to(day)
            if amount >= debt.left():
                return 0
            debt.pay(amount)
        debt.come_to(self.days[-1])
        return debt.left()

    def amounts_before_last(self, each, first=None):
        amounts = [each] * (self.equal - 1)
        if first is not None:
            amounts[0] = first
        return self.given + amounts

    def closed(self, amounts):
        return list(zip(self.days, [*amounts, self.last_after(amounts)]))

    def largest(self):
        """The largest amount after which the last one is not smaller."""
        low, high = 0, 1
        while self.last_after(self.amounts_before_last(high)) >= high:
            low, high = high, high * 2
        while high - low > 1:
            middle = (low + high) // 2
            fits = self.last_after(self.amounts_before_last(middle)) >= middle
            low, high = (middle, high) if fits else (low, middle)
        return low

    def least_first(self, each, most):
        """The least first one, up to `most`, after which the last one is not above the others."""
        low, high = each - 1, most
        while high - low > 1:
            middle = (low + high) // 2
            above = self.last_after(self.amounts_before_last(each, middle)) > each
            low, high = (middle, high) if above else (low, middle)
        return high

    def instalments(self):
        if not self.equal:
            debt = Stretches(self.case["balance"], self.case["terms"])
            debt.come_to(self.days[0])
            if debt.left() > self.given[0]:
                raise Impossible
            return [(self.days[0], debt.left())]
        each = self.largest()
        if not each:
            raise Impossible
        amounts = self.amounts_before_last(each)
        if self.case["terms"]["remainder"] == "FIRST" and self.equal > 1:
            most = self.last_after(amounts)
            moved = self.amounts_before_last(each, self.least_first(each, most))
            if self.last_after(moved) > 0:
                amounts = moved
        return self.closed(amounts)


def schedule_of(case):
    """The days and amounts of a case."""
    request, terms = case["request"], case["terms"]
    if "instalment_minor" in request:
        return by_amount(case, request["instalment_minor"])
    if "count" in request:
        days = list(itertools.islice(due_days(terms), request["count"]))
    else:
        end = datetime.date.fromisoformat(request["end_date"])
        days = list(itertools.takewhile(lambda day: day <= end, due_days(terms)))
    if not 0 < len(days) <= MOST_INSTALMENTS:
        raise Impossible
    return Shared(case, days).instalments()


def expect(case):
    """What a case's schedule comes to.

    1,000.00 at 36.5 % ACT/365F bear 1.00 a day. After ten days 10.00 are posted; of 500.00, 490.00
    reach the principal. 510.00 then bear 15.81 in 31 days and 25.81 bear 0.77 in 30.

    >>> figures = expect({
    ...     "balance": {"principal": 100000},
    ...     "terms": {"start": "2023-03-01", "frequency": "MONTHLY", "days": [11],
    ...         "first_due": "2023-03-11", "first_minor": None, "roll": "NONE", "holidays": [],
    ...         "rate_e10": 3650000000, "day_count": "ACT_365F", "remainder": "LAST"},
    ...     "request": {"instalment_minor": 50000}})
    >>> [instalment["amount_minor"] for instalment in figures["instalments"]]
    [50000, 50000, 2658]
    """
    instalments = schedule_of(case)
    if told_day_by_day(case, instalments) != 0:
        raise AssertionError("a schedule leaves something")
    return {
        "instalments": [
            {"due": day.isoformat(), "amount_minor": amount} for day, amount in instalments
        ],
        "total_minor": sum(amount for _, amount in instalments),
        "end_date": instalments[-1][0].isoformat(),
    }
