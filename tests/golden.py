"""Everything the site says, written into a folder: run it before and after a change and compare the two.

``python -m tests.golden FOLDER [bundle] [files]``. ``bundle``: every export of the facts this project brings,
the words and links of every page made from them, each chart with its CSV. ``files``: every export and every
line of ``ingest`` over the real files beside the checkout. Without either word, both. Each part starts from a
database of its own; nothing of the working copy is touched.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import services

TABLES = (
    "areas", "inspections", "judgements", "case_reviews", "findings", "trails", "sources", "problems",
)  # fmt: skip
READ = ("reports", "data/ofsted_statistics", "data/joint", "data/youth_justice", "data/area_send", "cases")
LISTS = (
    "/", "/areas/", "/areas/?region=North+West", "/areas/?q=st", "/forces/", "/inspections/",
    "/inspections/?inspectorate=hmicfrs&from=2015&to=2019", "/inspections/?kind=joint&page=2",
    "/inspections/?grade=ofsted:inadequate", "/inspections/?theme=missing-children&q=durham",
    "/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020", "/areas/st-helens/?inspectorate=none&from=x",
    "/forces/durham/?kind=full", "/search.json?q=hel",
)  # fmt: skip


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def words_of(html: str) -> str:
    """The words of a page a line a piece, and where its links lead: how it is marked up is not held."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(html)
    for part in page.css("script, style"):
        part.decompose()
    body = page.body
    lines = [" ".join(line.split()) for line in body.text(separator="\n").splitlines()] if body else []
    links = [node.attributes.get("href") or "" for node in page.css("main a")]
    return "\n".join([*(line for line in lines if line), "", *links]) + "\n"


def addresses() -> Iterator[tuple[str, str]]:
    """The name of a golden file and the address whose answer it holds."""
    from areas.models import Area
    from inspections.models import Inspection

    for number, address in enumerate(LISTS):
        yield f"pages/lists/{number:02}.txt", address
    for area in Area.objects.order_by("kind", "slug"):
        yield f"pages/{area.kind}/{area.slug}.txt", area.get_absolute_url()
        place = f"{'force' if area.kind == 'force' else 'area'}={area.slug}"
        for extension in ("json", "csv"):
            yield f"lanes/{area.kind}/{area.slug}.{extension}", f"/charts/lanes.{extension}?{place}"
    for inspection in Inspection.objects.order_by("key"):
        name = inspection.key.replace("/", "--").replace(":", "-")
        yield f"pages/inspections/{name}.txt", inspection.get_absolute_url()


def write_exports(folder: Path) -> None:
    from django.core.management import call_command

    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        call_command("export", table, output=folder / f"{table}.csv")


def write_bundle(folder: Path) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    call_command("load_bundle", stdout=sys.stderr)
    write_exports(folder / "exports")
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    client = Client(HTTP_HOST="localhost")
    for name, address in addresses():
        response = client.get(address)
        text = response.content.decode()
        if name.endswith(".txt"):
            text = f"{response.status_code}\n{words_of(text)}"
        elif name.endswith(".json"):
            text = json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
        write(folder, name, text)


def write_files(folder: Path) -> None:
    """Through the command as a person calls it; only the seconds it took are left out."""
    from django.core.management import call_command

    call_command("load_bundle", "--reference", stdout=sys.stderr)
    for part in READ:
        command = [
            sys.executable,
            "manage.py",
            "ingest",
            str(services.SHARED / part),
            "--json",
            "--jobs",
            "2",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = [json.loads(line) | {"seconds": None} for line in done.stdout.splitlines()]
        said = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        write(folder, f"ingest/{part.replace('/', '-')}.jsonl", said + f"exit {done.returncode}\n")
    write_exports(folder / "exports-of-files")


PARTS = {"bundle": write_bundle, "files": write_files}


def main() -> int:
    folder, *asked = sys.argv[1:]
    if len(asked) != 1:  # each part in a process and a database of its own
        for part in asked or PARTS:
            subprocess.run([sys.executable, "-m", "tests.golden", folder, part], check=True)
        return 0
    with tempfile.TemporaryDirectory() as var:
        os.environ["CROSSCHECK_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "dashboard.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        PARTS[asked[0]](Path(folder).resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
