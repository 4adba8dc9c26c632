"""A small dataset with three versions: one that was withdrawn, one before, and the current one with a corrected figure."""

import json
import shutil

from ..harness.server import ROOT

RIVER = ROOT / "Tests/Support/River"
WITHDRAWN, EARLIER, CURRENT = "0.9.0", "1.0.0", "1.0.1"
WHY = {"en": "It was a draft.", "lt": "Tai buvo juodraštis."}
CORRECTED = {"version": CURRENT, "date": "2026-11-27", "summary": {"en": "A figure.", "lt": "Skaičius."},
             "changed": [{"kind": "statistics", "id": "sandbags-april"}]}


def write(folder):
    """Writes it to a folder, which has a folder for each version that is kept."""
    for version in (EARLIER, CURRENT):
        own = folder / version
        shutil.copytree(RIVER, own)
        changes = json.loads((own / "changes.json").read_text())
        next(change for change in changes["changes"] if change["version"] == WITHDRAWN)["withdrawn"] = WHY
        if version == CURRENT:
            changes["changes"].insert(0, CORRECTED)
        (own / "changes.json").write_text(json.dumps(changes, ensure_ascii=False))
    head = folder / CURRENT / "dataset.json"
    head.write_text(head.read_text().replace(f'"version": "{EARLIER}"', f'"version": "{CURRENT}"')
                    .replace('"released": "2026-11-23"', '"released": "2026-11-27"'))
    return folder
