# SPDX-License-Identifier: Apache-2.0
"""Loads the product and the floor in turn, over the same tables of one PostgreSQL.

The product imports the debts; the floor gets the same rows as a tenant of its own.
"""

import argparse
import datetime
import json
import subprocess
import sys
import uuid

import portfolio
import product

DEBTS = 2000
LEDGERS = 64
METHODS = ["GetDebt", "GetStatement", "EvaluateContact", "PostEntries"]
HISTORY = 60  # Communications of a debtor.
FACTS = 250  # With the interest before payments and at months' ends, some 500 entries.
FIRST_DAY = datetime.date(2016, 6, 30)
# In the order in which they refer to each other.
COPIED_TABLES = ("debtors", "data_keys", "debts", "entries", "communications")


def copy_rows(source, target):
    """Gives a tenant the same rows as another has. Their texts stay sealed for that other one."""
    statements = [f"insert into parley.tenants (tenant_id, name) values ('{target}', 'floor');"]
    for table in COPIED_TABLES:
        statements.append(
            f"create temporary table copied as select * from parley.{table} "
            f"where tenant_id = '{source}';"
            f"update copied set tenant_id = '{target}';"
            f"insert into parley.{table} select * from copied;"
            "drop table copied;"
        )
    product.sql("".join(statements))
    # Else autovacuum does it at some moment of one server's round.
    product.sql("vacuum analyze; checkpoint;")


def debt_names(tenant, ref):
    rows = product.sql(
        "select 'debtors/' || debtor_id || '/debts/' || debt_id from parley.debts "
        f"where tenant_id = '{tenant}' and external_ref like '{ref}-%' order by debtor_id;"
    )
    return rows.splitlines()


def make_ledgers(served):
    """Ten years of charges and payments, and of interest, which each payment finds posted."""
    debts, entries = portfolio.write_portfolio(
        served.folder, "LEDGER", LEDGERS, LEDGERS * FACTS, FIRST_DAY
    )
    served.call("import", "--create-creditors", debts)
    product.sql(
        "update parley.debts set interest_rule = 'late-interest', interest_version = 1, "
        "interest_basis = 'the contract, clause 7', interest_day_count = 1, interest_base = 1, "
        "interest_posting = 1, interest_from = itemisation_date, "
        "interest_rates_from = array[itemisation_date], interest_rates = array[500000000], "
        "interest_monthly_minimum = 0, base_since = itemisation_date, accrued_common = 0, "
        "accrued_leap = 0, posted_through = itemisation_date, interest_posted = 0 "
        f"where tenant_id = '{served.tenant}' and external_ref like 'LEDGER-%';"
    )
    served.call("import", "--verdicts", served.folder / "ledgers.csv", debts, entries)
    count = product.sql(f"select avg(entry_count) from parley.debts where entry_count > {FACTS};")
    print(f"ledgers of {float(count):.0f} entries", file=sys.stderr)


def make_history(tenant):
    """A year of letters that came in from each debtor: what is counted is read all the same."""
    product.sql(
        "insert into parley.communications (tenant_id, debtor_id, communication_id, direction, "
        "channel, purpose, statutory, technology, relation, debts, talked_about, state, outcome, "
        "dispatch_time, actor, note, revision, created_time, updated_time) "
        "select tenant_id, debtor_id, gen_random_uuid(), 2, 5, 1, 0, 1, 1, array[debt_id], '{}', "
        "2, 0, now() - number * interval '6 days', 'bench', '', 1, now(), now() "
        f"from parley.debts, generate_series(1, {HISTORY}) as number "
        f"where tenant_id = '{tenant}' and external_ref like 'RPC-%';"
    )


def start_floor(tenant, served):
    floor = subprocess.Popen(
        [
            product.BIN / "bench_rpc", "floor", product.database(), tenant,
            served.folder / "keys" / "personal.key", served.tenant, str(product.WORKERS),
        ],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return floor, f"127.0.0.1:{floor.stdout.readline().strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5, help="of each round")
    parser.add_argument("--methods", nargs="+", default=METHODS)
    arguments = parser.parse_args()
    with product.Product() as served:
        served.import_files(*portfolio.write_portfolio(served.folder, "RPC", DEBTS, 0))
        make_ledgers(served)
        make_history(served.tenant)
        floor_tenant = str(uuid.uuid4())
        copy_rows(served.tenant, floor_tenant)
        floor, floor_address = start_floor(floor_tenant, served)
        plan = {
            "servers": [
                {"name": "floor", "address": floor_address, "token": ""},
                {"name": "product", "address": served.address, "token": served.token},
            ],
            "methods": arguments.methods,
            "debts": debt_names(served.tenant, "RPC"),
            "ledgers": debt_names(served.tenant, "LEDGER"),
            "from_date": FIRST_DAY.isoformat(),
            "to_date": datetime.date.today().isoformat(),
            "currency": portfolio.CURRENCY,
            "value_date": (datetime.date.today() - datetime.timedelta(days=1)).isoformat(),
            "seconds": arguments.seconds,
        }
        try:
            subprocess.run(
                [product.BIN / "bench_rpc", "load"], input=json.dumps(plan), text=True, check=True
            )
        finally:
            floor.kill()
            floor.wait()


if __name__ == "__main__":
    main()
