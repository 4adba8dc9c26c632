"""A newcomer, who knows the address of the first page alone, and has a mouse."""

import tempfile
from pathlib import Path

from .conditions import Condition


BLANK = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Tomorrow</title>\n{}\n</html>\n"


def click(page, selector):
    """Clicks the first that can be seen, and waits for the page that it leads to."""
    link = page.locator(selector).filter(visible=True).first
    with page.expect_navigation():
        link.click()


def in_sight(page, text):
    """Whether the words are in the window, without scrolling."""
    box = page.get_by_text(text, exact=False).filter(visible=True).first.bounding_box()
    return box and box["y"] + box["height"] <= page.viewport_size["height"]


def check(engine, pages, host, report):
    for width, scripts in ((1440, True), (320, False)):
        try:
            faults = walk(engine, pages, width, scripts)
        except Exception as error:
            faults = [str(error)[:600]]
        words = "with scripts" if scripts else "without scripts"
        report.row(f"a newcomer comes from / to a discrepancy, understands and embeds it, {width} px, {words}", faults)


def walk(engine, pages, width, scripts):
    faults = []
    context = Condition(width, scripts=scripts).context(engine)
    if scripts:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=pages.base)
    page = context.new_page()
    page.goto(pages.base + "/")
    click(page, "main a[href^='/discrepancies/']")

    # What the page must say is what the API says.
    id = page.url.partition("?")[0].rpartition("/")[2]
    record = pages.get(f"/api/v1/discrepancies/{id}").json()["data"]
    check = pages.get(f"/api/v1/checks/{id}").json()["data"]
    text = page.locator("main").inner_text()
    verdict = page.locator("main [data-verdict]").first
    if verdict.get_attribute("data-verdict") != record["verdict"] or not in_sight(page, verdict.inner_text().strip()):
        faults.append(f"the verdict is not seen at once: {verdict.inner_text()}")
    said = text.replace("\u00a0", " ")
    for claim in record["claims"]:
        if claim["printed"] not in said:
            faults.append(f"the claim of {claim['printed']} is not seen")
    for part in (record["title"], record["explanation"], record["question"]):
        if part.replace("\u00a0", " ").split("\n")[0] not in said:
            faults.append(f"not seen: {part[:60]}")
    arithmetic = [reading["arithmetic"] for reading in check["readings"] if reading.get("arithmetic")]
    if arithmetic and not any(line.replace("\u00a0", " ") in said for line in arithmetic):
        faults.append(f"the arithmetic is not seen: {arithmetic[0]}")

    click(page, "main a[href^='/embed']")
    copied = {}
    for name in ("iframe", "component"):
        area = page.locator(f"#{name}")
        copied[name] = area.input_value()
        if scripts:
            page.locator(f"button[data-copies='{name}']").click()
            page.wait_for_function("text => navigator.clipboard.readText().then((copy) => copy === text)", arg=copied[name])

    with tempfile.TemporaryDirectory() as folder:
        for name, line in copied.items():
            file = Path(folder) / f"{name}.html"
            file.write_text(BLANK.format(line))
            pasted = context.new_page()
            pasted.goto(file.as_uri())
            if name == "component" and not scripts:
                if not pasted.locator("akistata-embed a").is_visible():
                    faults.append("without scripts, the element has no link")
                continue
            pasted.wait_for_function("() => true") if scripts else pasted.wait_for_load_state("networkidle")
            frame = pasted.frame_locator("iframe")
            frame.get_by_text(record["title"]).first.wait_for(timeout=5_000)
            box = pasted.locator("iframe").bounding_box()
            if not box or box["height"] < 100:
                faults.append(f"{name}: {box}")
            pasted.close()
    context.close()
    return faults
