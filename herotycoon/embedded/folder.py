"""Where the bundled servers keep their files: a pure answer, the same in every process, nothing started.

    <checkout>/.data/            or what HEROTYCOON_DATA says
        secret_key               Django's key on a developer's machine
        postgres-18/  redis/     the servers' data, owned by the servers' account
        run/                     their sockets
        log/  lock

Two traps decide the rest. A socket's path holds at most 107 bytes: a deep checkout gets its sockets in a
short folder under /tmp. And root's servers run as somebody else, who cannot enter a checkout below a closed
folder such as /root: then everything of the servers moves to a folder under /var/tmp named after the checkout.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from herotycoon.embedded.account import Account, server_account

CHECKOUT = Path(__file__).resolve().parents[2]
POSTGRES_PORT = 5432
"""Only part of the socket's name: the servers listen on no network address."""
SOCKET_PATH_MAX = 107
OPEN_PLACE = Path("/var/tmp")
SHORT_PLACE = Path("/tmp")


@dataclass(frozen=True)
class Home:
    """The folders of one pair of servers and the account that owns them."""

    data: Path
    sockets: Path
    account: Account

    @property
    def postgres_socket(self) -> Path:
        return self.sockets / f".s.PGSQL.{POSTGRES_PORT}"

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


def development_home(environ: Mapping[str, str] = os.environ) -> Home:
    """The servers of this checkout, which stay up between commands."""
    account = server_account(environ)
    data = data_folder(environ)
    if not environ.get("HEROTYCOON_DATA") and not account.can_enter(data):
        data = OPEN_PLACE / named_after(data)
    return home_in(data, account)


def home_in(data: Path, account: Account) -> Home:
    """The servers whose files are in `data`."""
    sockets = data / "run"
    if len(os.fsencode(sockets / f".s.PGSQL.{POSTGRES_PORT}")) > SOCKET_PATH_MAX:
        sockets = SHORT_PLACE / f"{named_after(data)}-{account.uid}"
    return Home(data, sockets, account)


def named_after(folder: Path) -> str:
    """A short name that belongs to one folder of one machine."""
    return "herotycoon-" + hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
