# SPDX-License-Identifier: Apache-2.0
"""Dispatches messages from the database to sinks on this machine, then compares queues."""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import time

import portfolio
import product

BARS = {"email": 1500, "sms": 2500}
CHANNELS = {"email": 4, "sms": 3}  # As they are stored.
ROUNDS = 3
# Concurrency, and jobs at once. Dispatchers of ours take 64. graphile-worker takes one at a time
# whatever it is told, and measures its own speed with 24 workers; ours is also made to take one.
QUEUE_RUNS = (("graphile-worker", 4, 64), ("pg-boss", 4, 64), ("graphile-worker", 4, 1),
              ("graphile-worker", 24, 1))  # fmt: skip
PATIENCE_S = 120
PROGRAM = product.BIN / "bench_send"
LETTERHEAD = product.ROOT / "infra" / "demo" / "letterhead.textproto"
QUEUES = product.ROOT / "tests" / "benchmarks" / "queues" / "queues.js"


def tell(**figures):
    print(json.dumps({"bench": "send", **figures}, separators=(",", ":")), flush=True)


class Sinks:
    """A relay and a provider of text messages that take everything."""

    def __enter__(self):
        self._process = subprocess.Popen(
            [PROGRAM, "sinks"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.smtp_port, self.http_port = self._numbers()
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()

    def taken(self, channel):
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        mails, texts = self._numbers()
        return mails if channel == "email" else texts

    def _numbers(self):
        return map(int, self._process.stdout.readline().split())

    def flags(self, channel):
        """Of a server that dispatches by one channel alone."""
        if channel == "email":
            return ["--smtp-relay", f"127.0.0.1:{self.smtp_port}", "--smtp-plain",
                    "--mail-from", "house@parley.example"]  # fmt: skip
        return ["--sms-url", f"http://127.0.0.1:{self.http_port}", "--sms-from", "+442079460000"]


def write_debts(served, count):
    served.import_files(*portfolio.write_portfolio(served.folder, "SEND", count, 0))
    return product.sql(
        "select debtor_id || ' ' || debt_id from parley.debts "
        f"where tenant_id = '{served.tenant}' order by debtor_id"
    )


def queue_messages(served, channel, debts):
    key = served.folder / "keys" / "personal.key"
    subprocess.run(
        [PROGRAM, "seed", product.database("parley_app"), served.tenant, key, channel],
        input=debts, stdout=subprocess.DEVNULL, text=True, check=True,
    )  # fmt: skip
    # Else autovacuum does it in the midst of what is measured.
    product.sql("vacuum analyze; checkpoint;")


def sent(served, channel):
    """How many were sent, and in how many seconds from the first look at one to the last word."""
    row = product.sql(
        "select count(*), extract(epoch from max(g.updated_time) - ("
        "  select min(v.judged_time) from parley.verdicts v"
        "  where v.tenant_id = g.tenant_id and v.judged_time > min(g.created_time))) "
        f"from parley.messages g where g.tenant_id = '{served.tenant}' "
        f"and g.channel = {CHANNELS[channel]} and g.state = 4 group by g.tenant_id"
    )
    count, seconds = row.split("|") if row else (0, 1)
    return int(count), float(seconds)


def dispatch(served, sinks, channel, count):
    served.restart(["--roles", "api,dispatch", "--letterhead-file", LETTERHEAD,
                    "--interest-period", "off", "--public-url", "https://parley.example",
                    *sinks.flags(channel)])  # fmt: skip
    deadline = time.monotonic() + PATIENCE_S
    while sinks.taken(channel) < count and time.monotonic() < deadline:
        time.sleep(0.1)
    served.restart(["--interest-period", "off"])  # What is under way comes to its end.
    done, seconds = sent(served, channel)
    assert done == sinks.taken(channel) == count, (done, sinks.taken(channel), count)
    tell(channel=channel, messages=count, per_s=round(count / seconds), bar=BARS[channel])


def rate(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    count, seconds = done.stdout.split()
    return int(count) / float(seconds)


def our_queue(served, debts, concurrency, at_once):
    queue_messages(served, "email", debts)
    return rate([PROGRAM, "drain", product.database("parley_app"), served.tenant,
                 served.folder / "keys" / "personal.key", str(concurrency),
                 str(at_once)])  # fmt: skip


def public_queue(name, concurrency, at_once, jobs):
    database = "parley_bench_queue"
    product.sql(f"drop database if exists {database};\ncreate database {database};")
    folder = re.search(r"host=(\S+)", os.environ["PARLEY_BENCH_POSTGRES"])[1]
    return rate(["node", QUEUES, name, folder, database, str(jobs), str(concurrency),
                 str(at_once)])  # fmt: skip


def compare_queues(served, debts, jobs):
    ratios = {settings: [] for settings in QUEUE_RUNS}
    for number in range(1, ROUNDS + 1):
        for name, concurrency, at_once in QUEUE_RUNS:
            ours = our_queue(served, debts, concurrency, at_once)
            theirs = public_queue(name, concurrency, at_once, jobs)
            ratios[name, concurrency, at_once].append(ours / theirs)
            tell(queue=name, round=number, jobs=jobs, concurrency=concurrency, at_once=at_once,
                 jobs_per_s=round(theirs), parley_jobs_per_s=round(ours))  # fmt: skip
    for (name, concurrency, at_once), found in ratios.items():
        tell(queue=name, concurrency=concurrency, at_once=at_once,
             ratio=round(statistics.median(found), 2), bar=1)  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=20_000)
    count = parser.parse_args().messages
    with product.Product() as served, Sinks() as sinks:
        debts = write_debts(served, count)
        for channel in CHANNELS:
            queue_messages(served, channel, debts)
            dispatch(served, sinks, channel, count)
        compare_queues(served, debts, count)


if __name__ == "__main__":
    main()
