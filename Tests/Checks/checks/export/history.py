"""A small dataset with three versions: one that was withdrawn, one before, and the current one, in which a corrected figure
makes a sum hold, and from which a statistic and a relation were removed."""

import json
import shutil

from ..harness.server import ROOT

RIVER = ROOT / "Tests/Support/River"
WITHDRAWN, EARLIER, CURRENT = "0.9.0", "1.0.0", "1.0.1"
WHY = {"en": "It was a draft.", "lt": "Tai buvo juodraštis."}
STATISTIC, RELATION = "drowned", "no-other-boats"
CORRECTED = {"version": CURRENT, "date": "2026-11-27", "summary": {"en": "A figure.", "lt": "Skaičius."},
             "changed": [{"kind": "statistics", "id": "flooded-both"}, {"kind": "claims", "id": "flooded-both-main"}],
             "removed": [{"kind": "statistics", "id": STATISTIC}, {"kind": "relations", "id": RELATION}]}


def correct(own):
    """Makes the sum of the flooded houses hold, and removes the statistic and the relation."""
    for name in ("statistics", "relations", "events"):
        content = json.loads((own / f"{name}.json").read_text().replace("2301", "2001").replace("2,301", "2,001"))
        content[name] = [record for record in content[name] if record["id"] not in (STATISTIC, RELATION)]
        for record in content[name]:
            if STATISTIC in record.get("statistics", []):
                record["statistics"].remove(STATISTIC)
        (own / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False))


def write(folder):
    """Writes it to a folder, which has a folder for each version that is kept."""
    for version in (EARLIER, CURRENT):
        own = folder / version
        shutil.copytree(RIVER, own)
        changes = json.loads((own / "changes.json").read_text())
        next(change for change in changes["changes"] if change["version"] == WITHDRAWN)["withdrawn"] = WHY
        if version == CURRENT:
            changes["changes"].insert(0, CORRECTED)
            correct(own)
        (own / "changes.json").write_text(json.dumps(changes, ensure_ascii=False))
    head = folder / CURRENT / "dataset.json"
    head.write_text(head.read_text().replace(f'"version": "{EARLIER}"', f'"version": "{CURRENT}"')
                    .replace('"released": "2026-11-23"', '"released": "2026-11-27"'))
    return folder
