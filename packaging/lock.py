"""Write the lock files: every package of the application, at one version, for every system.

    python packaging/lock.py              keeps the locked versions that still fit
    python packaging/lock.py --upgrade    takes the newest that fit
    python packaging/lock.py --check      says whether the lock files fit pyproject.toml

pip resolves ``pyproject.toml`` for this machine; its report also says what each package requires
elsewhere. From that follows on which systems and Pythons a package is needed (its marker), and
which packages are needed elsewhere alone (colorama on Windows), which pip is then asked for too.

``requirements.lock`` runs the application, ``requirements-dev.lock`` adds tests and linters, and
``requirements-package.lock`` what makes the frozen program instead. They name no index and no
files, so any index, mirror or folder of wheels serves them. What torch needs for graphics cards
depends on the wheel that is chosen; torch pins it itself, exactly.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# Written by packaging/lock.py from pyproject.toml. Do not edit.\n"

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "linux": {"platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "darwin": {"platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    "win32": {"platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}
Place = tuple[str, str]
"""A ``sys_platform`` and a Python version."""
PLACES: frozenset[Place] = frozenset(product(SYSTEMS, PYTHONS))


@dataclass(frozen=True)
class Package:
    """A resolved package: its name as published, version, and ``Requires-Dist`` lines."""

    name: str
    version: str
    requires: tuple[Requirement, ...]


def environment(place: Place, extra: str) -> dict[str, str]:
    """Return the marker variables of a system and Python, for one extra of a package."""
    system, python = place
    return SYSTEMS[system] | {
        "sys_platform": system,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": extra,
    }


def holds(marker: Marker | None, place: Place, extras: Iterable[str] = ()) -> bool:
    """Whether a requirement with this marker counts there."""
    return marker is None or any(
        marker.evaluate(environment(place, extra)) for extra in (*extras, "")
    )


def resolve(requirements: Iterable[str], constraints: Iterable[str]) -> dict[str, Package]:
    """Return what pip would install here, by canonical name.

    Raises:
        SystemExit: pip finds no solution, or no index; it has said which.
    """
    with tempfile.TemporaryDirectory() as folder:
        report, limits = Path(folder, "report.json"), Path(folder, "constraints.txt")
        limits.write_text("\n".join(constraints), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
        command += ["--ignore-installed", "--constraint", str(limits), "--report", str(report)]
        if subprocess.run([*command, *requirements], check=False).returncode:
            raise SystemExit("pip could not resolve the requirements (see above)")
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {canonicalize_name(item["metadata"]["name"]): _package(item) for item in found}


def _package(item: Mapping[str, Any]) -> Package:
    metadata = item["metadata"]
    version = metadata["version"].partition("+")[0]  # torch 2.13.0+cpu is one build of 2.13.0
    requires = tuple(Requirement(line) for line in metadata.get("requires_dist", ()))
    return Package(metadata["name"], version, requires)


def places(
    roots: Iterable[Requirement], packages: Mapping[str, Package]
) -> tuple[dict[str, set[Place]], dict[str, Requirement]]:
    """Return where each package is needed, and the requirements that ``packages`` lack."""
    needed: dict[str, set[Place]] = {}
    lacking: dict[str, Requirement] = {}
    for place in PLACES:
        seen: set[tuple[str, str]] = set()
        waiting = [r for r in roots if holds(r.marker, place)]
        while waiting:
            requirement = waiting.pop()
            name = canonicalize_name(requirement.name)
            needed.setdefault(name, set()).add(place)
            if name not in packages:
                lacking[name] = requirement
                continue
            for extra in {"", *requirement.extras}:
                if (name, extra) not in seen:
                    seen.add((name, extra))
                    waiting += _required(packages[name], place, extra)
    return needed, lacking


def _required(package: Package, place: Place, extra: str) -> Iterator[Requirement]:
    for requirement in package.requires:
        if holds(requirement.marker, place, [extra] if extra else []):
            yield requirement


def marker_for(needed: set[Place]) -> str:
    """Return the marker that holds exactly there (empty when everywhere).

    Raises:
        ValueError: the places are not some systems times a range of Pythons.
    """
    systems = [system for system in SYSTEMS if any(place[0] == system for place in needed)]
    pythons = [python for python in PYTHONS if any(place[1] == python for place in needed)]
    first, last = PYTHONS.index(pythons[0]), PYTHONS.index(pythons[-1])
    if set(product(systems, PYTHONS[first : last + 1])) != needed:
        raise ValueError(f"no simple marker for {sorted(needed)}")
    parts = []
    if len(systems) == len(SYSTEMS) - 1:
        (absent,) = set(SYSTEMS) - set(systems)
        parts.append(f'sys_platform != "{absent}"')
    elif len(systems) == 1:
        parts.append(f'sys_platform == "{systems[0]}"')
    if first > 0:
        parts.append(f'python_version >= "{pythons[0]}"')
    if last < len(PYTHONS) - 1:
        parts.append(f'python_version < "{PYTHONS[last + 1]}"')
    return " and ".join(parts)


def lock(requirements: Iterable[str], constraints: Iterable[str]) -> list[str]:
    """Return the lines of a lock file for ``requirements`` on every system and Python."""
    wanted, limits = list(requirements), list(constraints)
    packages = resolve(wanted, limits)
    roots = [Requirement(line) for line in wanted]
    while True:
        needed, lacking = places(roots, packages)
        if not lacking:
            break
        # Needed elsewhere alone: what pip does not install here has to be asked for by name.
        held = [f"{p.name}=={p.version}" for p in packages.values()]
        bare = [f"{r.name}{r.specifier}" for r in lacking.values()]
        packages |= resolve(bare, [*limits, *held])
    lines = []
    for name in sorted(needed):
        marker = marker_for(needed[name])
        pin = f"{name}=={packages[name].version}"
        lines.append(f"{pin} ; {marker}" if marker else pin)
    return lines


def pyproject() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirement_sets(project: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the requirements of each lock file by its name."""
    run = [*project["project"]["dependencies"], *project["tool"]["annotator"]["pinned"]]
    return {
        "requirements.lock": run,
        "requirements-dev.lock": [*run, *_group(project, "dev")],
        "requirements-package.lock": [*run, *_group(project, "package")],
    }


def _group(project: Mapping[str, Any], name: str) -> Iterator[str]:
    for entry in project["dependency-groups"][name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from _group(project, entry["include-group"])


def locked(path: Path) -> dict[str, Requirement]:
    """Return the pins of a lock file by canonical name; none when it does not exist yet."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pins = (Requirement(line) for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(pin.name): pin for pin in pins}


def misfits(path: Path, requirements: Iterable[str]) -> list[str]:
    """Return the requirements that the lock file's pins do not meet (needs no network)."""
    pins = locked(path)
    wrong = []
    for requirement in map(Requirement, requirements):
        pin = pins.get(canonicalize_name(requirement.name))
        if pin is None or not requirement.specifier.contains(next(iter(pin.specifier)).version):
            wrong.append(f"{path.name}: {requirement} is not met by {pin or 'any line'}")
    return wrong


def main() -> int:
    """Write or check the lock files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    parser.add_argument("--check", action="store_true", help="only check; needs no network")
    asked = parser.parse_args()
    sets = requirement_sets(pyproject())
    if asked.check:
        wrong = [line for name, wanted in sets.items() for line in misfits(ROOT / name, wanted)]
        print("\n".join(wrong) or "the lock files fit pyproject.toml")
        return bool(wrong)
    # What one set has is held in the next, so that they agree: the largest first.
    held: dict[str, Requirement] = {}
    for name in () if asked.upgrade else sets:
        held |= locked(ROOT / name)
    for name in sorted(sets, key=lambda name: -len(sets[name])):
        lines = lock(sets[name], [f"{pin.name}{pin.specifier}" for pin in held.values()])
        (ROOT / name).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        held |= locked(ROOT / name)
        print(f"{name}: {len(lines)} packages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
