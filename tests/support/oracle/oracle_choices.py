# SPDX-License-Identifier: Apache-2.0
"""Where the words of the rules leave a choice, and which way the account oracle takes it."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Choices:
    """Where the words leave a choice, and which way it was taken here."""

    # "Up to the value date before any payment, credit, waiver, quote or closing is applied": a
    # write-off is a closing; a refund, a reversal and what raises a bucket are not in the list.
    posts_first: frozenset = frozenset({"PAYMENT", "CREDIT", "WAIVER", "WRITE_OFF"})
    # NEVER is never: not before a payment either. All interest stays accrued.
    never_is_never: bool = True
    # The posting of a month's end comes before the entries of that day.
    month_end_is_last: bool = False
    # A posting has no booked time of its own: known_at hides entries, never a posting.
    known_at_hides_postings: bool = False
    # Credit that is held pays interest when it is posted, as it pays a charge.
    credit_pays_interest: bool = True
    # ACT/ACT: a day that bears interest counts by the length of the year that it lies in.
    isda_year_of_the_day: bool = True
    # 30/360 US: the last day of February is a 30th.
    february_has_thirty: bool = True
    # 30/360: a date of change is one at which the base, the rate or the freeze truly changes; else
    # the day of every entry, rate and end of a freeze is one.
    only_true_changes: bool = True
    # Interest that the opening brought, or a charge, was not posted here: the cap leaves it out.
    cap_counts_opening: bool = False
    # What the cap forbids to post is not shown as accrued.
    cap_bounds_accrued: bool = True
    # Accrued is the exact total, rounded, less what is posted; else the exact rest, rounded.
    accrued_is_rounded_total: bool = True
    # What is left of money after all that is owed reverses what is written off: ALL money, or only
    # that of a PAYMENT, or (FIRST) a payment reverses it before it pays what is owed, or NONE.
    write_off_reversed_by: str = "ALL"
    # What a waiver finds nothing to waive for is spread like a credit; else it lapses.
    waiver_spreads: bool = True
    # A write-off of more than is owed lapses in what is above; else that is held as credit.
    write_off_lapses: bool = True
    # A waiver or write-off that names no bucket goes by the order of allocation; else principal
    # comes first.
    bare_goes_by_order: bool = True


OTHERWISE = {
    "a write-off does not post first": {"posts_first": frozenset({"PAYMENT", "CREDIT", "WAIVER"})},
    "a refund posts first": {"posts_first": Choices.posts_first | {"REFUND"}},
    "a reversal posts first": {"posts_first": Choices.posts_first | {"REVERSAL"}},
    "NEVER posts before a payment": {"never_is_never": False},
    "the month's end comes after the entries": {"month_end_is_last": True},
    "known_at hides later month ends": {"known_at_hides_postings": True},
    "credit does not pay posted interest": {"credit_pays_interest": False},
    "ACT/ACT by the year of the day before": {"isda_year_of_the_day": False},
    "no rule of February in 30/360": {"february_has_thirty": False},
    "every entry's day is a date of change": {"only_true_changes": False},
    "the cap counts the opening's interest": {"cap_counts_opening": True},
    "accrued is shown beyond the cap": {"cap_bounds_accrued": False},
    "the accrued rest is rounded by itself": {"accrued_is_rounded_total": False},
    "only payments reverse a write-off": {"write_off_reversed_by": "PAYMENT"},
    "a payment reverses a write-off first": {"write_off_reversed_by": "FIRST"},
    "nothing reverses a write-off": {"write_off_reversed_by": "NONE"},
    "a waiver's excess lapses": {"waiver_spreads": False},
    "a write-off's excess is held": {"write_off_lapses": False},
    "a bare waiver or write-off is principal": {"bare_goes_by_order": False},
}
