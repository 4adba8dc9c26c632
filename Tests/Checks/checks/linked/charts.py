"""Every chart, by the schema of Vega-Lite 5 and drawn by vl-convert, in both languages: no two texts overlap."""

import json
import re
from pathlib import Path

import altair
import vl_convert
from jsonschema import Draft7Validator

from .client import LANGUAGES

SCHEMA = Path(altair.__file__).parent / "vegalite/v5/schema/vega-lite-schema.json"
MEDIA_TYPE = "application/vnd.vegalite.v5+json"


def check(client, folder):
    schema = Draft7Validator(json.loads(SCHEMA.read_text()))
    count = 0
    for kind in ["statistics", "discrepancies"]:
        for record in client.records[kind]:
            link = record["links"].get("chart")
            assert (link is None) == (kind == "discrepancies" and not record["claims"]), record["id"]
            for language in LANGUAGES if link else []:
                text = client.text(f"{link}.vl.json?lang={language}", MEDIA_TYPE)
                chart = json.loads(text)
                schema.validate(chart)
                says_all(chart, record)
                image = vl_convert.vegalite_to_png(text, vl_version="5.20", scale=2, allowed_base_urls=[])
                assert image.startswith(b"\x89PNG")
                apart(vl_convert.vegalite_to_scenegraph(text, vl_version="5.20"), f"{link} {language}")
                if folder:
                    (folder / f"{kind}-{record['id']}-{language}.png").write_bytes(image)
                count += 1
    assert count
    return f"{count} charts"


def says_all(chart, record):
    """Each claim is there with its range, or one with the same figure is, and the description has every figure."""
    rows = {row["id"]: row for row in chart["data"]["values"]}
    claims = {claim["id"]: claim for claim in record["claims"] if claim["rank"] != "deprecated"}
    kind = record.get("kind")
    if kind is None:
        # A statistic: what the rest of the evidence allows has a row of its own.
        assert ("implied" in rows) == (record["implied"] is not None), record["id"]
        assert "implied" not in rows or abs(rows["implied"]["low"] - record["implied"]["low"]) < 0.01, record["id"]
    # Of these, each reading is drawn by itself: a row that stands again has a number behind its id.
    if kind in {"share-mismatch", "change-mismatch"}:
        shown = {name if name in claims else re.sub(r"-\d+$", "", name) for name in rows}
        assert "computed" in shown and shown - {"computed"} <= claims.keys(), record["id"]
        for name in shown - {"computed"}:
            assert [rows[name]["low"], rows[name]["high"]] == [claims[name]["low"], claims[name]["high"]]
    # Those of a formula are the two sides of each reading.
    elif kind != "formula-mismatch":
        drawn = rows.keys() - {"computed", "implied"}
        assert drawn <= claims.keys()
        units = {claim["unit"] for claim in claims.values()}
        figures = {name: [claim[member] for member in ("statistic", "value", "low", "high")]
                   for name, claim in claims.items()}
        assert len(units) > 1 or all(figure in [figures[name] for name in drawn] for figure in figures.values()), record["id"]
        for name in drawn:
            assert [rows[name]["low"], rows[name]["high"]] == [claims[name]["low"], claims[name]["high"]]
    for row in rows.values():
        assert row["figure"] and all(line in chart["description"] for line in row["figure"] + row["label"])
    assert chart["usermeta"]["attribution"] and chart["usermeta"]["licence"]


def apart(scene, name):
    """No text of the drawn chart covers another: by the size that a letter has on average, six tenths of the font's."""
    boxes = list(texts(scene["scenegraph"], 0, 0))
    assert len(boxes) > 3, name
    for index, (left, top, right, bottom, text) in enumerate(boxes):
        for other in boxes[index + 1:]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, f"{name}: “{text}” covers “{other[4]}”"


def texts(mark, x, y):
    for item in mark.get("items", []):
        if mark.get("marktype") == "text" and item.get("text") and item.get("opacity", 1) > 0:
            yield from lines(item, x, y)
        if mark.get("marktype") == "group":
            for child in item.get("items", []):
                yield from texts(child, x + item.get("x", 0), y + item.get("y", 0))


def lines(item, x, y):
    text = item["text"] if isinstance(item["text"], list) else [str(item["text"])]
    size = item.get("fontSize", 11)
    width = 0.55 * size * max(map(len, text))
    height = (len(text) - 1) * item.get("lineHeight", size + 2) + size
    x += item.get("x", 0) + item.get("dx", 0)
    y += item.get("y", 0) + item.get("dy", 0)
    left = {"right": x - width, "center": x - width / 2}.get(item.get("align"), x)
    top = {"middle": y - height / 2, "top": y, "line-top": y}.get(item.get("baseline"), y - size)
    yield left, top, left + width, top + height, " ".join(text)
