# SPDX-License-Identifier: Apache-2.0
"""Which rules a random history of an account came by."""

from oracle_interest import day_of, is_month_end


def rules_met(data, account):
    """Which rules a history came by, for the tally."""
    terms, expect = data["terms"], data["expect"]
    yield from account.touched
    yield f"day count {terms['day_count']}"
    yield f"base {terms['base']}"
    yield f"interest posted {terms['post_interest']}"
    kinds = {data_of(data, ref)["kind"] for ref in account.changes if ref}
    yield from (f"kind {kind}" for kind in kinds)
    for ref in account.changes:
        entry = data_of(data, ref) if ref else {"kind": None}
        if entry["kind"] == "REVERSAL":
            yield f"reversal of {data_of(data, entry['reverses'])['kind']}"
        if entry["kind"] in ("WAIVER", "WRITE_OFF") and entry["bucket"] is None:
            yield f"bare {entry['kind']}"
        if entry["kind"] == "PAYMENT" and entry["allocation"]:
            yield "payer's allocation"
    days = [data_of(data, ref)["value_date"] for ref in account.changes if ref]
    booked_order = [e["value_date"] for e in data["entries"] if e["ref"] in account.changes]
    conditions = {
        "nothing yet (as_of before the opening)": not account.changes,
        "backdated": booked_order != sorted(days),
        "some entries not known yet": len(data["entries"]) > len(days) and data["known_at"],
        "entry at a month's end": any(is_month_end(day_of(day)) for day in days),
        "interest posted": account.posted > 0,
        "interest accrued": expect["accrued_interest_minor"] > 0,
        "credit is held": expect["credit_minor"] > 0,
        "a freeze": any(hold["freezes_interest"] for hold in data["holds"]),
        "more than one rate": len(terms["rates"]) > 1,
        "nothing owed": not any(expect["buckets"].values()),
        "something is written off": account.standing.lost() > 0,
    }
    yield from (name for name, holds in conditions.items() if holds)


def data_of(data, ref):
    return data["entries"][int(ref[1:]) - 1]
