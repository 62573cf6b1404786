# SPDX-License-Identifier: Apache-2.0
"""What benchmarks start: parleyd over the database that infra/bench made, and its command line."""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).parents[2]
BIN = pathlib.Path(os.environ["PARLEY_BENCH_BIN"])
PSQL = ["/usr/lib/postgresql/15/bin/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
WORKERS = 4  # As many as the floor has, and a session each.
PATIENCE_S = 30


def database(user="postgres"):
    """libpq's address of the benchmark's database."""
    server = os.environ["PARLEY_BENCH_POSTGRES"]
    return f"{server} user={user} dbname={os.environ['PARLEY_BENCH_DATABASE']}"


def sql(text):
    """Runs statements as a superuser; returns what they print."""
    done = subprocess.run(
        [*PSQL, database()], input=text, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout.strip()


class Product:
    """A server with a tenant and a token of its own, without TLS; stopped at the end of `with`."""

    def __init__(self, flags=("--interest-period", "off")):
        self._folder = tempfile.TemporaryDirectory(prefix="parley-bench.")
        self.folder = pathlib.Path(self._folder.name)
        self.tenant = str(uuid.uuid4())
        self._make_keys()
        self._serve(flags)

    def restart(self, flags):
        """Ends the server, and starts it with other flags."""
        self._server.terminate()
        self._server.wait()
        (self.folder / "address").unlink()
        self._serve(flags)

    @property
    def process(self):
        """The server's number."""
        return self._server.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def parley(self, *arguments):
        """Runs the command line; returns what it prints."""
        done = subprocess.run(
            [BIN / "parley", *arguments],
            stdout=subprocess.PIPE, text=True, check=True, cwd=self.folder,
        )  # fmt: skip
        return done.stdout.strip()

    def call(self, *arguments):
        """Runs the command line against the server, whatever other server this machine has."""
        return self.parley("--config", self.folder / "client.toml", *arguments)

    def import_files(self, debts, entries):
        """Returns the seconds that it took."""
        start = time.monotonic()
        self.call("import", "--create-creditors", debts, entries)
        return time.monotonic() - start

    @contextlib.contextmanager
    def beside(self, flags):
        """A second server on the same database; gives its address."""
        path = self.folder / "beside"
        server = self._start([*flags, "--address-file", path,
                              "--anchor-file", self.folder / "beside.anchors",
                              "--log-file", self.folder / "beside.log"])  # fmt: skip
        try:
            yield self._wait_for_address(server, path)
        finally:
            server.terminate()
            server.wait()

    def _make_keys(self):
        keys = self.folder / "keys"
        self.parley("keys", "init", "--dir", keys)
        self.parley("admin", "create-tenant", "--database", database(),
                    "--name", "benchmark", "--id", self.tenant)  # fmt: skip
        signing_key = keys / "signing-key.jwk"
        self.token = self.parley("token", "--key", signing_key, "--tenant", self.tenant)

    def _serve(self, flags):
        self._server = self._start(flags)
        self.address = self._wait_for_address(self._server, self.folder / "address")
        client = f'address = "{self.address}"\ntoken = "{self.token}"\n'
        (self.folder / "client.toml").write_text(client, encoding="ascii")

    def _start(self, flags):
        return subprocess.Popen(
            [
                BIN / "parleyd", "--listen", "127.0.0.1:0", "--keys", self.folder / "keys",
                "--database", database("parley_app"), "--address-file", self.folder / "address",
                "--workers", str(WORKERS), "--sessions", str(WORKERS),
                "--anchor-file", self.folder / "anchors", "--metrics", "127.0.0.1:0",
                "--log-file", self.folder / "log", *flags,
            ],
            stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def _wait_for_address(self, server, path):
        deadline = time.monotonic() + PATIENCE_S
        while not (path.exists() and path.read_text(encoding="ascii").endswith("\n")):
            if server.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("parleyd does not serve")
            time.sleep(0.05)
        return path.read_text(encoding="ascii").strip()
