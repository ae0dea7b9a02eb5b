"""A language of the tests' own: every text of Keras Doctor between ⟦ and ⟧, as a language pack that the server finds."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = "eo"
DOMAIN = "jupyterlab_keras_doctor"
CATALOGUE = Path(__file__).parent.parent / DOMAIN / "locale" / f"{DOMAIN}.pot"


def translated(catalogue: Catalog) -> dict[str, object]:
    """The texts in the form that JupyterLab's browser side reads; a context stands before its text."""
    data: dict[str, object] = {
        "": {"domain": DOMAIN, "language": LOCALE, "plural_forms": "nplurals=2; plural=(n != 1);"}
    }
    for message in catalogue:
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            key = f"{message.context}\u0004{first}" if message.context else first
            data[key] = [message.string] if isinstance(message.string, str) else list(message.string)
    return data


def pseudo() -> Catalog:
    """The catalogue; each text stays English between the brackets."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale=LOCALE)
    for message in catalogue:
        if isinstance(message.id, str):
            message.string = f"⟦{message.id}⟧" if message.id else message.string
        else:
            message.string = tuple(f"⟦{form}⟧" for form in message.id)
    return catalogue


def install() -> None:
    """Make the pack and let this process find it as if pip had installed it."""
    folder = Path(tempfile.mkdtemp(prefix="keras-doctor-language-"))
    # The server looks for a pack by this name too.
    name = f"jupyterlab_language_pack_{LOCALE}"
    messages = folder / name / "locale" / LOCALE / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (folder / name / "__init__.py").touch()
    catalogue = pseudo()
    (messages / f"{DOMAIN}.json").write_text(json.dumps(translated(catalogue)), "utf-8")
    # What the server itself translates: the schema of the settings.
    with (messages / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[jupyterlab.languagepack]\n{LOCALE} = {name}\n")
    sys.path.append(str(folder))
