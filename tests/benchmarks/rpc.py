# SPDX-License-Identifier: Apache-2.0
"""Loads the product and the floor in turn, over the same tables of one PostgreSQL.

The product imports the debts; the floor gets the same rows as a tenant of its own.
"""

import argparse
import datetime
import json
import subprocess
import uuid

import portfolio
import product

DEBTS = 2000
COPIED_TABLES = ("debtors", "debts", "entries")  # In the order in which they refer to each other.


def copy_rows(source, target):
    """Gives a tenant the same rows as another has."""
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


def debt_names(tenant):
    rows = product.sql(
        "select 'debtors/' || debtor_id || '/debts/' || debt_id from parley.debts "
        f"where tenant_id = '{tenant}' order by debtor_id;"
    )
    return rows.splitlines()


def start_floor(tenant):
    floor = subprocess.Popen(
        [product.BIN / "bench_rpc", "floor", product.database(), tenant, str(product.WORKERS)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return floor, f"127.0.0.1:{floor.stdout.readline().strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5, help="of each round")
    parser.add_argument("--methods", nargs="+", default=["GetDebt", "PostEntries"])
    arguments = parser.parse_args()
    with product.Product() as served:
        served.import_files(*portfolio.write_portfolio(served.folder, "RPC", DEBTS, 0))
        floor_tenant = str(uuid.uuid4())
        copy_rows(served.tenant, floor_tenant)
        floor, floor_address = start_floor(floor_tenant)
        plan = {
            "servers": [
                {"name": "floor", "address": floor_address, "token": ""},
                {"name": "product", "address": served.address, "token": served.token},
            ],
            "methods": arguments.methods,
            "debts": debt_names(served.tenant),
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
