# SPDX-License-Identifier: Apache-2.0
"""Holds chats that rest, and lets persons and the team chat over two servers on one database."""

import argparse
import json
import subprocess

import portfolio
import product

IDLE = 5000
PERSONS = 200
# Lines a second, and by how many of the team each is read.
ROUNDS = ((100, 1), (250, 1), (250, 4), (500, 1), (1000, 1))
BARS = {"rss_mb": 1024, "p99_ms": 50}
PROGRAM = product.BIN / "bench_chat"
FLAGS = ["--interest-period", "off", "--tenant-calls", "100000", "--tenant-burst", "100000"]


def tell(**figures):
    print(json.dumps({"bench": "chat", **figures}, separators=(",", ":")), flush=True)


def write_persons(served, count):
    served.import_files(*portfolio.write_portfolio(served.folder, "CHAT", count, 0))
    ids = product.sql(
        f"select debtor_id from parley.debtors where tenant_id = '{served.tenant}' "
        "and debtor_id <> '00000000-0000-0000-0000-000000000000' order by debtor_id"
    ).split()
    key = served.folder / "keys" / "signing-key.jwk"
    lines = []
    for debtor in ids[:count]:
        token = served.parley("token", "--key", key, "--tenant", served.tenant,
                              "--debtor", debtor)  # fmt: skip
        lines.append(f"debtors/{debtor} {token}\n")
    return lines


def rss_mb(process):
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
    raise SystemExit("the server is gone")


def idle(served, persons):
    before = rss_mb(served.process)
    chats = subprocess.Popen(
        [PROGRAM, "idle", served.address, served.token, str(IDLE)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    chats.stdin.write("".join(persons) + "\n")
    chats.stdin.flush()
    opened = int(chats.stdout.readline())
    tell(what="idle", chats=opened, rss_mb=rss_mb(served.process), rss_before_mb=before,
         bar=BARS["rss_mb"])  # fmt: skip
    chats.stdin.close()
    chats.wait()


def fan(first, second, persons, rate, readers, seconds):
    done = subprocess.run(
        [PROGRAM, "fan", first.address, second, first.token, str(rate),
         str(readers), str(seconds)],
        input="".join(persons) + "\n", stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    said, read, took, p50, p99 = map(float, done.stdout.split())
    tell(what="fan", lines_per_s=rate, readers=readers, said=int(said), read=int(read),
         read_per_s=round(read / took), p50_ms=round(p50, 1), p99_ms=round(p99, 1),
         bar=BARS["p99_ms"])  # fmt: skip


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=float, default=5)
    seconds = arguments.parse_args().seconds
    with product.Product(FLAGS) as served:
        persons = write_persons(served, PERSONS * len(ROUNDS))
        idle(served, persons)
        with served.beside(FLAGS) as second:
            for at, (rate, readers) in enumerate(ROUNDS):
                # Each round has its own, with nothing said before.
                some = persons[at * PERSONS : (at + 1) * PERSONS]
                fan(served, second, some, rate, readers, seconds)


if __name__ == "__main__":
    main()
