"""Where the bundled servers keep their files: a pure answer, the same in every process, nothing started.

    <checkout>/.data/            or what HEROTYCOON_DATA says
        secret_key               Django's key on a developer's machine
        postgres-18/  redis/     the servers' data, owned by the servers' account
        run/  log/               their sockets and logs, theirs too
        lock                     held while servers start or stop

Two traps decide the rest. A socket's path holds at most 107 bytes: a deep checkout gets its sockets in a
short folder under /tmp. And root's servers run as somebody else, who cannot enter a checkout below a closed
folder such as /root: then all that is the servers' moves to a folder under /var/tmp named after the checkout.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from herotycoon.embedded.account import Account, server_account
from herotycoon.embedded.errors import EmbeddedError

CHECKOUT = Path(__file__).resolve().parents[2]
OPEN_PLACE = Path("/var/tmp")  # noqa: S108 - ownership is checked in prepare.py
SHORT_PLACE = Path("/tmp")  # noqa: S108 - ownership is checked in prepare.py
SOCKET_PATH_MAX = 107
POSTGRES_VERSIONS = (18, 16)
"""The bundled major versions, the default first; HEROTYCOON_POSTGRES chooses."""


@dataclass(frozen=True)
class Home:
    """The folders of one pair of servers, the account that owns them and the PostgreSQL that is meant."""

    data: Path
    sockets: Path
    account: Account
    postgres_version: int

    @property
    def postgres_data(self) -> Path:
        return self.data / f"postgres-{self.postgres_version}"

    @property
    def postgres_port(self) -> int:
        """Only part of the socket's name, so that 16 and 18 may run side by side; no network is used."""
        return port_of(self.postgres_version)

    @property
    def redis_data(self) -> Path:
        return self.data / "redis"

    @property
    def redis_socket(self) -> Path:
        return self.sockets / "redis.sock"

    @property
    def logs(self) -> Path:
        return self.data / "log"

    @property
    def lock(self) -> Path:
        return self.data / "lock"


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for what a developer's checkout keeps and Git ignores."""
    chosen = environ.get("HEROTYCOON_DATA", "")
    return Path(chosen).expanduser().resolve() if chosen else CHECKOUT / ".data"


def postgres_version(environ: Mapping[str, str] = os.environ) -> int:
    """The major version of the bundled PostgreSQL to run."""
    chosen = environ.get("HEROTYCOON_POSTGRES", "") or str(POSTGRES_VERSIONS[0])
    if chosen not in map(str, POSTGRES_VERSIONS):
        bundled = " and ".join(map(str, POSTGRES_VERSIONS))
        raise EmbeddedError(f"HEROTYCOON_POSTGRES={chosen}: the bundled versions are {bundled}.")
    return int(chosen)


def development_home(environ: Mapping[str, str] = os.environ) -> Home:
    """The servers of this checkout, which stay up between commands."""
    account = server_account(environ)
    data = data_folder(environ)
    if not environ.get("HEROTYCOON_DATA") and not account.can_enter(data):
        data = OPEN_PLACE / named_after(data)
    return home_in(data, account, postgres_version(environ))


def home_in(data: Path, account: Account, version: int) -> Home:
    """The servers whose files are in `data`."""
    sockets = data / "run"
    if len(os.fsencode(sockets / f".s.PGSQL.{port_of(version)}")) > SOCKET_PATH_MAX:
        sockets = SHORT_PLACE / f"{named_after(data)}-{account.uid}"
    return Home(data, sockets, account, version)


def port_of(version: int) -> int:
    """PostgreSQL 18 calls its socket .s.PGSQL.5418."""
    return 5400 + version


def named_after(folder: Path) -> str:
    """A short name that belongs to one folder of one machine."""
    return "herotycoon-" + hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
