# SPDX-License-Identifier: Apache-2.0
"""A second opinion on a debt's account: buckets, credit balance, interest, as of a day, as known.

    python3 account_oracle.py HISTORIES.jsonl > WITH_EXPECT.jsonl
    python3 account_oracle.py --weigh HISTORIES.jsonl

The first writes each history of the format of `parley check ledger` again with `expect` as this
oracle sees it. The second counts, for each point at which the words leave a choice (`Choices`), the
histories whose figures would change had the choice fallen the other way.

It was written from the words of the rules and not from the product's code, and it is slow and plain
on purpose: an account is told from its opening, day by day, in exact fractions.

    An entry whose booked time is later than known_at is not there, nor one whose value date is
    later than as_of. The others count in the order of their value dates, those of one day in the
    order in which they were booked; the opening is the first of its day.
    A day begins with its interest, then come its entries, then, at a month's end, the posting.
"""

import argparse
import copy
import dataclasses
import json
import sys

from oracle_account import Account, facts_of
from oracle_choices import OTHERWISE, Choices
from oracle_interest import Terms, day_of


def told(history, terms=None, choices=Choices()):
    """The account of `history` as of its day, as known at its instant."""
    as_of = day_of(history["as_of"])
    account = Account(terms or Terms(history), history["known_at"], choices)
    account.tell(facts_of(history, as_of, history["known_at"]), as_of)
    return account


def figures_of(account):
    standing = account.standing
    return {
        "balance_minor": standing.balance(),
        "credit_minor": standing.held,
        "accrued_interest_minor": account.accrued(),
        "buckets": dict(standing.owed),
    }


def expect(history, terms=None, choices=Choices()):
    """The figures that `history` should show.

    120.00 at 36.5 % ACT/365F bear 0.12 a day. From 1 to 11 March that is 1.20, posted before the
    payment of 20.00, which fills interest first; 18.80 reach the principal. 101.20 then bear 0.1012
    a day for 20 days to the month's end: 2.024, so that 3.224 in all are posted as 3.22.

    >>> figures = expect({
    ...     "opened": "2024-03-01", "opening": {"principal": 12000},
    ...     "terms": {"day_count": "ACT_365F", "base": "PRINCIPAL", "interest_from": "2024-03-01",
    ...         "rates": [{"from": "2024-03-01", "rate_e10": 3650000000}],
    ...         "interest_cap_minor": None, "post_interest": "MONTH_END",
    ...         "allocation": ["fees", "costs", "penalty", "interest", "principal"]},
    ...     "entries": [{"ref": "p", "kind": "PAYMENT", "value_date": "2024-03-11",
    ...         "booked_time": None, "amount_minor": 2000, "bucket": None, "reverses": None,
    ...         "allocation": None}],
    ...     "holds": [], "as_of": "2024-03-31", "known_at": None})
    >>> figures["balance_minor"], figures["buckets"]["principal"], figures["buckets"]["interest"]
    (10322, 10120, 202)
    """
    return figures_of(told(history, terms, choices))


def weigh(histories):
    """How many histories would show other figures, for each choice taken the other way."""
    counts = dict.fromkeys(OTHERWISE, 0)
    for history in histories:
        terms, figures = Terms(history), expect(history)
        for name, other in OTHERWISE.items():
            choices = dataclasses.replace(Choices(), **other)
            try:
                counts[name] += expect(history, terms, choices) != figures
            except AssertionError:  # The other way breaks an invariant: other figures too.
                counts[name] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=argparse.FileType(encoding="utf-8"))
    parser.add_argument("--weigh", action="store_true", help="count what each choice decides")
    arguments = parser.parse_args()
    histories = (json.loads(line) for line in arguments.file if line.strip())
    if arguments.weigh:
        for name, count in weigh(histories).items():
            print(f"{count:6}  {name}")
        return
    for history in histories:
        history = copy.copy(history)
        history["expect"] = expect(history)
        json.dump(history, sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
