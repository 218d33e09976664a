"""The servers run as root's deputy or as whoever calls, and reach what they need."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from herotycoon.embedded import folder, programs
from herotycoon.embedded.account import Account, server_account
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import CHECKOUT, Home, development_home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis
from tests.embedded.conftest import start

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")


@as_root
def test_roots_servers_run_as_an_unprivileged_user(running: Home) -> None:
    nobody = pwd.getpwnam("nobody").pw_uid
    for server in (Postgres(running), Redis(running)):
        assert Path(f"/proc/{server.pid()}").stat().st_uid == nobody


@as_root
def test_a_closed_checkout_sends_the_data_to_an_open_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(folder, "CHECKOUT", closed / "checkout")
    home = development_home({})
    assert home.data.parent == folder.OPEN_PLACE
    assert home == development_home({}), "every process finds the same place"


@as_root
def test_a_chosen_folder_that_is_closed_is_named(home: Home) -> None:
    closed = home.data / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(EmbeddedError, match=r"closed to 'nobody'.*set HEROTYCOON_DATA"):
        start(folder.home_in(closed / "data", home.account, 18))


@as_root
def test_programs_in_a_closed_environment_are_copied(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    site_packages = programs.site_packages()
    open_to = Account.can_enter

    def can_enter(account: Account, path: Path) -> bool:
        return site_packages not in [path, *path.parents] and open_to(account, path)

    monkeypatch.setattr(Account, "can_enter", can_enter)
    monkeypatch.setattr(programs, "OPEN_PLACE", home.data)
    start(home)
    assert Path(f"/proc/{Postgres(home).pid()}/exe").resolve().is_relative_to(home.data)
    assert Path(f"/proc/{Redis(home).pid()}/exe").resolve().is_relative_to(home.data)
    assert len(programs.copies_of(site_packages)) == 2


@as_root
@pytest.mark.parametrize(("name", "complaint"), [("root", "is root itself"), ("nobdy", "no user 'nobdy'")])
def test_an_unsuitable_account_is_named(name: str, complaint: str) -> None:
    with pytest.raises(EmbeddedError, match=complaint):
        server_account({"HEROTYCOON_SERVER_USER": name})


def test_an_unknown_version_is_named() -> None:
    with pytest.raises(EmbeddedError, match="HEROTYCOON_POSTGRES=15: the bundled versions are 18 and 16"):
        development_home({"HEROTYCOON_POSTGRES": "15"})


@pytest.fixture
def ordinary(home: Home) -> Iterator[list[str]]:
    """A command line that runs the bundled servers as an ordinary user, in a folder of that user's."""
    user = pwd.getpwnam("daemon")
    python = python_for(Account("daemon", user.pw_uid, user.pw_gid, switch=True))
    data = home.data / "of-daemon"
    data.mkdir()
    os.chown(data, user.pw_uid, user.pw_gid)
    settings = [
        f"HEROTYCOON_DATA={data}",
        f"PYTHONPATH={programs.site_packages()}",
        "DATABASE_URL=",
        "REDIS_URL=",
    ]
    become = ["setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups", "env", *settings]
    command = [*become, python, "-m", "herotycoon.embedded"]
    yield command
    subprocess.run([*command, "stop"], cwd=CHECKOUT, check=True, capture_output=True)


@as_root
def test_an_ordinary_user_runs_the_servers_as_themselves(ordinary: list[str]) -> None:
    started = subprocess.run([*ordinary, "start"], cwd=CHECKOUT, check=True, capture_output=True, text=True)
    again = subprocess.run([*ordinary, "start"], cwd=CHECKOUT, check=True, capture_output=True, text=True)
    assert again.stdout == started.stdout
    owners = {Path(f"/proc/{pid}").stat().st_uid for pid in pids(started.stdout)}
    assert owners == {pwd.getpwnam("daemon").pw_uid}


@as_root
def test_a_folder_of_root_is_named_to_an_ordinary_user(ordinary: list[str], home: Home) -> None:
    command = [part.replace(f"{home.data}/of-daemon", str(home.data)) for part in ordinary]
    result = subprocess.run([*command, "start"], cwd=CHECKOUT, check=False, capture_output=True, text=True)
    assert result.returncode == 1
    assert "Permission denied" in result.stderr
    assert result.stderr.count("\n") == 1


def python_for(account: Account) -> str:
    """A Python of this version that `account` can run; root's own may lie in a closed folder."""
    here = Path(sys.executable).resolve()
    for candidate in (here, Path("/usr/bin") / f"python3.{sys.version_info.minor}"):
        if candidate.exists() and account.can_enter(candidate.parent):
            break
    else:
        pytest.skip("no Python that an ordinary user can run")
    if not (account.can_enter(CHECKOUT) and account.can_enter(programs.site_packages())):
        pytest.skip("an ordinary user cannot enter this checkout")
    return str(candidate)


def pids(status: str) -> list[int]:
    """The process numbers in what `status` printed."""
    words = status.split()
    return [int(words[position + 1]) for position, word in enumerate(words) if word == "pid"]
