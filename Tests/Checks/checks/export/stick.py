"""A browser opens the files from a disk."""

import re
import tempfile
from pathlib import Path

from ..browser.engine import browser
from .files import Files, LANGUAGES

# Of pages made alike, the first few of each folder.
ALIKE = 2


def chosen(names):
    """Pages of every kind, in every version."""
    counts = {}
    for name in names:
        if not name.endswith(".html"):
            continue
        kind = re.sub(r"[^/]+/index\.html$", "", name)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= ALIKE:
            yield name


def look(root, report):
    with browser() as engine:
        page = engine.new_page()
        faults, count = [], 0
        page.on("console", lambda message: message.type in ("error", "warning") and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        # What was still on its way when the page was left counts for nothing.
        page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED"
                or faults.append(f"{request.url} {request.failure}"))
        page.on("request", lambda request: request.url.startswith("file:") or faults.append(request.url))
        for language in LANGUAGES:
            files = Files(root, language)
            for name in chosen(files.names):
                if name == "404.html":
                    continue
                page.goto(f"file://{root / files.place(name)}", wait_until="load")
                count += 1
                if page.evaluate("document.documentElement.lang") != language:
                    faults.append(f"{files.place(name)} is in another language")
                for link in page.evaluate("[...document.querySelectorAll('[href], [src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src'))"):
                    if not re.match(r"https?:|data:|#|mailto:", link) and not files.resolved(name, link):
                        faults.append(f"{files.place(name)}: {link} leads nowhere")
        report.row("every kind of page opens from a disk, in each version and language, without an error", faults, count)
        report.run("the search finds a record, and leads to it", searched, page, root)
        report.run("a page leads to itself in the other language", translated, page, root)
        report.row("… without an error", faults)
        with tempfile.TemporaryDirectory() as folder:
            report.run("an embed stands in a page beside the files", embedded, page, root, Path(folder))


def searched(page, root):
    page.goto(f"file://{root / 'events/index.html'}")
    page.fill("#find", "DYKE")
    page.click("form.find button")
    hits = page.locator("ol.hits a")
    count = hits.count()
    assert count > 0, "nothing is found"
    title = hits.first.inner_text()
    hits.first.click()
    assert page.locator("h1").inner_text().strip() == title.strip(), (title, page.url)
    page.goto(f"file://{root / 'lt/search/index.html'}?q=pylim")
    assert page.locator("ol.hits a").count() > 0, "a beginning is not found"
    page.goto(f"file://{root / 'lt/search/index.html'}?q=nosuchword")
    assert page.locator("ol.hits a").count() == 0
    return f"{count} for one word"


def translated(page, root):
    page.goto(f"file://{root / 'events/dyke-breaks/index.html'}")
    page.click("ul.tongues a[hreflang=lt]")
    assert page.url.endswith("/lt/events/dyke-breaks/index.html"), page.url
    page.click("ul.tongues a[hreflang=en]")
    assert page.url.endswith("/stick/events/dyke-breaks/index.html"), page.url


def embedded(page, root, folder):
    """Wherever the script is, and in whichever language and version."""
    for script in ("embed.js", "lt/embed.js"):
        for language, version, place in (("lt", "", "lt/"), ("en", "", ""), ("lt", "1.0.0", "lt/@1.0.0/")):
            text = (f'<html lang="{language}"><script async src="file://{root}/{script}"></script>'
                    f'<akistata-embed statistic="sandbags-april" version="{version}">…</akistata-embed></html>')
            (folder / "page.html").write_text(text)
            page.goto(f"file://{folder}/page.html")
            frame = page.wait_for_selector("akistata-embed >> iframe", state="attached")
            expected = f"file://{root}/{place}embed/statistics/sandbags-april/index.html"
            assert frame.get_attribute("src") == expected, (script, frame.get_attribute("src"))
            page.wait_for_function("document.querySelector('akistata-embed').shadowRoot.querySelector('iframe').style.height > '1px'")
