# SPDX-License-Identifier: Apache-2.0
"""Posts a month's interest by parleyd, beside the least that writes the same rows."""

import argparse
import json
import os
import pathlib
import subprocess
import time
import uuid

import product

FLOOR_DEBTS = 200_000  # At most: the rate of the floor does not depend on it.
SAMPLE = 20
WORKERS = 3  # On two cores: while one waits for a commit, another has work for them.
PORTFOLIO = pathlib.Path(__file__).parent / "interest" / "portfolio.sql"


def tell(**figures):
    print(json.dumps({"bench": "interest", **figures}, separators=(",", ":")), flush=True)


def load(tenant, debts, prefix):
    start = time.monotonic()
    variables = f"\\set tenant {tenant}\n\\set debts {debts}\n\\set prefix {prefix}\n"
    product.sql(variables + PORTFOLIO.read_text(encoding="utf-8"))
    # Else autovacuum does it in the midst of what is measured.
    product.sql("vacuum analyze parley.debtors, parley.debts, parley.entries; checkpoint;")
    return time.monotonic() - start


def memory_kb(process, what):
    status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith(what)))


def run_floor(debts):
    tenant = str(uuid.uuid4())
    load(tenant, debts, "01910000")
    done = subprocess.run(
        [product.BIN / "bench_interest", product.database(), tenant, str(WORKERS)],
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    count, seconds = done.stdout.split()
    return int(count) / float(seconds)


def check_sample(served):
    """Recomputes some debts from their journals; whoever wrote them, the application agrees."""
    names = product.sql(
        "select 'debtors/' || debtor_id || '/debts/' || debt_id from parley.debts "
        f"where tenant_id = '{served.tenant}' order by content, md5(debt_id::text) limit {SAMPLE}"
    )
    for name in names.splitlines():
        served.call("check", "invariants", name)  # It fails on findings.


def posted(served):
    """The record of the round that parleyd has finished, if it has."""
    for line in (served.folder / "log").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["event"] == "interest_posted":
            return record
    return None


def run_product(debts):
    flags = ["--interest-period", "1s", "--interest-workers", str(WORKERS)]
    idle = ["--interest-period", "off"]
    with product.Product(idle) as served:
        took = load(served.tenant, debts, "01900000")
        tell(what="load", debts=debts, seconds=round(took, 1))
        check_sample(served)
        served.restart(flags)
        before = memory_kb(served.process, "VmRSS")
        record = None
        while record is None:
            time.sleep(0.2)
            record = posted(served)
        peak = memory_kb(served.process, "VmHWM")
        check_sample(served)
    assert record["debts"] == record["entries"] == debts, record
    return record["debts"] / (record["milliseconds"] / 1000), before, peak


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--debts", type=int, default=1_000_000)
    debts = parser.parse_args().debts
    load_before = os.getloadavg()[0]
    rate, before, peak = run_product(debts)
    tell(what="product", debts=debts, debts_per_s=round(rate), workers=WORKERS,
         rss_before_kb=before, rss_peak_kb=peak)  # fmt: skip
    floor_debts = min(debts, FLOOR_DEBTS)
    floor = run_floor(floor_debts)
    tell(what="floor", debts=floor_debts, debts_per_s=round(floor), workers=WORKERS)
    tell(debts_per_s=round(rate), floor_debts_per_s=round(floor), ratio=round(rate / floor, 3),
         load_before=load_before)  # fmt: skip


if __name__ == "__main__":
    main()
