"""Pages of another site that show ours: in a frame, by the element, and through a consumer of oEmbed."""

from urllib.parse import parse_qs, urlsplit

import micawber
from lxml import etree, html

from .conditions import LANGUAGES, Condition
from .pages import EMBEDDED

HOST = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>A lesson</title>
<body><h1>A lesson</h1><div id="column" style="width:{width}px">{content}</div></body></html>"""
ELEMENT = """<script async src="{base}/embed.js"></script>
<akistata-embed {attributes}><a href="{base}/">The figures</a></akistata-embed>"""
# Of each kind, where looking at every one would take long.
SOME = 8
# A server cannot know a reader's fonts, and allows for wide ones: CSS pixels.
SPARE = 160
# Where embeds are measured, in CSS pixels: columns of a phone, and of a page.
COLUMNS = [320, 390, 600]
# A page with nothing but what is pasted.
BARE = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body>{content}</body>'
# What a message to the page says of its own height.
FORGED = "{ akistata: { height: 4321 } }"

INSIDE = """() => ({
    over: document.documentElement.scrollWidth - innerWidth,
    beneath: document.documentElement.scrollHeight - innerHeight,
    spare: innerHeight - document.documentElement.getBoundingClientRect().height,
    figures: document.querySelectorAll("svg.picture, blockquote, .arithmetic").length,
    links: [...document.links].map((link) => link.href),
    lang: document.documentElement.lang,
    paper: getComputedStyle(document.body).backgroundColor,
    words: document.body.innerText,
})"""


# How high what is in a frame is in columns so wide.
NEEDED = """(columns) => columns.map((width) => {
    document.documentElement.style.width = `${width}px`;
    return document.documentElement.getBoundingClientRect().height;
})"""


class Hosts:
    """Pages of another site, one after the other in one tab."""

    def __init__(self, engine, host, base, language="en", scripts=True):
        self.context = Condition(1440, language, "light", scripts).context(engine)
        self.page = self.context.new_page()
        self.host, self.base = host, base

    def open(self, content, width=640, language="en"):
        self.page.goto(self.host.put("host.html", HOST.format(content=content, width=width, language=language)))
        return self.page

    def element(self, attributes, **options):
        page = self.open(ELEMENT.format(base=self.base, attributes=attributes), **options)
        page.wait_for_function("() => customElements.get('akistata-embed')")
        return page


def height(page):
    """The height of the element's frame, in CSS pixels; 0 where it shows nothing."""
    return page.evaluate("document.querySelector('akistata-embed').shadowRoot.querySelector('iframe')?.clientHeight ?? 0")


def grown(page):
    page.wait_for_function(
        "() => document.querySelector('akistata-embed').shadowRoot.querySelector('iframe')?.clientHeight > 0")


def link_shows(page):
    return page.locator("akistata-embed a").is_visible()


def inside(page):
    """What is in the first frame, once it is there."""
    frame = page.frames[1]
    frame.wait_for_load_state()
    return frame.evaluate(INSIDE)


def attributed(found, base, licence):
    """Faults of what everybody must see: the figures, the way to the page, and the licence."""
    if not found["figures"]:
        yield "no figures"
    if not any(link.startswith(base + "/") for link in found["links"]):
        yield "no link to the page"
    if licence["URL"] not in found["links"] or licence["id"] not in found["words"]:
        yield f"no licence: {found['words'][-200:]}"


def check(engine, pages, host, report):
    identity = pages.get("/api/v1").json()["data"]["dataset"]
    licence = identity["licence"]
    kinds = {kind: pages.ids[kind] for kind in EMBEDDED}
    frames(engine, pages, host, report, kinds, licence)
    element(engine, pages, host, report, kinds, licence)
    oembed(engine, pages, host, report, kinds, licence)
    heights(engine, pages, report)
    pasted(engine, pages, host, report)
    refusal(engine, pages, host, report)


def frames(engine, pages, host, report, kinds, licence):
    """Every embed in a narrow frame, without scripts; light, dark, and as the reader likes it."""
    faults, count = [], 0
    hosts = Hosts(engine, host, pages.base, scripts=False)
    for kind, ids in kinds.items():
        for id in ids:
            address = f"{pages.base}/embed/{kind}/{id}?lang=lt&theme=dark"
            page = hosts.open(f'<iframe src="{address}" width="280" height="400" title="x"></iframe>')
            found = inside(page)
            count += 1
            if found["over"] > 0 or found["lang"] != "lt":
                faults.append(f"{address}: {found['over']} px too wide, {found['lang']}")
            faults += [f"{address}: {fault}" for fault in attributed(found, pages.base, licence)]
    hosts.context.close()
    report.row("an embed of 280 px has its figures, its source and its licence, without scripts", faults, count)

    faults = []
    id = kinds["discrepancies"][0]
    for scheme in ("light", "dark"):
        context = Condition(scheme=scheme).context(engine)
        page, papers = context.new_page(), {}
        for theme in ("light", "dark", "auto"):
            page.goto(f"{pages.base}/embed/discrepancies/{id}?theme={theme}")
            papers[theme] = page.evaluate(INSIDE)["paper"]
        context.close()
        if papers["light"] == papers["dark"] or papers["auto"] != papers[scheme]:
            faults.append(f"{scheme}: {papers}")
    report.row("the theme is the one asked for, or the reader's", faults, 2)


def element(engine, pages, host, report, kinds, licence):
    hosts = Hosts(engine, host, pages.base)
    faults, count = [], 0
    for kind, attribute in (("discrepancies", "discrepancy"), ("statistics", "statistic")):
        for id in kinds[kind][:SOME]:
            page = hosts.element(f'{attribute}="{id}" theme="light"', language="lt-LT")
            grown(page)
            found = inside(page)
            if found["beneath"] > 0 or found["over"] > 0 or found["lang"] != "lt" or link_shows(page):
                faults.append(f"{id}: {found['beneath']} px hidden, {found['lang']}, link {link_shows(page)}")
            faults += [f"{id}: {fault}" for fault in attributed(found, pages.base, licence)]
            count += 1
    report.row("the element is as high as what is in it, in the language of its page", faults, count)

    faults = []
    for tag, shown in (("en-GB", "en"), ("LT", "lt"), ("lt-Latn-LT", "lt"), ("fr", None), ("lto", None), ("", None)):
        page = hosts.element(f'discrepancy="{kinds["discrepancies"][0]}"', language=tag)
        grown(page)
        asked = parse_qs(urlsplit(page.frames[1].url).query).get("lang", [None])[0]
        if asked != shown or not inside(page)["figures"]:
            faults.append(f"{tag}: lang={asked}")
    report.row("the element has figures in a page of any language", faults, 6)

    page = hosts.element(f'discrepancy="{kinds["discrepancies"][0]}"')
    grown(page)
    before = height(page)
    page.evaluate("document.querySelector('#column').style.width = '280px'")
    page.wait_for_function(f"""() => document.querySelector("akistata-embed").shadowRoot.querySelector("iframe")
        .clientHeight !== {before}""")
    narrow, found = height(page), inside(page)
    report.row(f"it grows when its column narrows: {before} px, {narrow} px",
               [f"{found}"] if narrow <= before or found["beneath"] > 0 else [], 1)

    # Neither the page itself nor another frame on it may say how high ours is, and ours no more once it shows another site.
    rival = host.put("rival.html", f"<!doctype html><script>parent.postMessage({FORGED}, '*')</script>")
    page.evaluate(f"postMessage({FORGED}, '*')")
    page.evaluate(f"""() => new Promise((done) => {{
        addEventListener("message", (event) => event.data.akistata && event.source !== window && done());
        const frame = document.createElement("iframe");
        frame.src = "{rival}";
        document.body.append(frame);
    }})""")
    faults = [] if height(page) == narrow else [f"another's word was taken: {height(page)}"]
    page.evaluate(f"""() => new Promise((done) => {{
        const frame = document.querySelector("akistata-embed").shadowRoot.querySelector("iframe");
        addEventListener("message", (event) => event.source === frame.contentWindow && done());
        frame.contentWindow.location = "{rival}";
    }})""")
    if height(page) == 4321:
        faults.append("the word of another site in our frame was taken")
    report.row("it takes its height from what we serve, and from nobody else", faults, 3)

    page.evaluate(f"""document.querySelector("akistata-embed").setAttribute("theme", "dark")""")
    grown(page)
    dark = page.frames[-1].evaluate(INSIDE)["paper"] if len(page.frames) > 1 else None
    report.row("it is drawn anew when it is asked for something else", [] if dark and dark != found["paper"] else [dark], 1)

    faults = []
    for attributes in ('discrepancy="no-such-one"', "", 'discrepancy=""'):
        page = hosts.element(attributes)
        page.wait_for_load_state("networkidle")
        if height(page) or not link_shows(page):
            faults.append(f"{attributes}: {height(page)} px, link {link_shows(page)}")
    report.row("where there is nothing to show, the link inside stays", faults, 3)
    hosts.context.close()


def oembed(engine, pages, host, report, kinds, licence):
    registry = micawber.ProviderRegistry()
    registry.register(rf"{pages.base}/(discrepancies|statistics|lessons)/\S+", micawber.Provider(pages.base + "/oembed"))
    hosts = Hosts(engine, host, pages.base)
    faults, count = [], 0
    for kind, ids in kinds.items():
        for id in ids[:SOME]:
            url = f"{pages.base}/{kind}/{id}?lang=lt"
            answer = registry.request(url, maxwidth=400, maxheight=500)
            page = hosts.open(micawber.parse_html(f"<p>{url}</p>", registry, maxwidth=400, maxheight=9000))
            found, box = inside(page), page.locator("iframe").bounding_box()
            if answer["width"] > 400 or answer["height"] > 500 or box["width"] > 400 or found["lang"] != "lt":
                faults.append(f"{url}: {answer['width']} × {answer['height']}, {box}, {found['lang']}")
            if found["beneath"] > 0 or found["spare"] > SPARE:
                faults.append(f"{url}: {found['beneath']} px hidden, {found['spare']} px empty")
            faults += [f"{url}: {fault}" for fault in attributed(found, pages.base, licence)]
            count += 1
    report.row("micawber turns the address of a page into its figures", faults, count)
    hosts.context.close()

    faults, count = [], 0
    for path in pages.of("discrepancies") + pages.of("statistics") + pages.of("lessons"):
        answer = pages.get(path)
        found = {link.get("type"): link.get("href") for link in html.fromstring(answer.content).iterfind(".//link[@href]")}
        fields = answer.headers.get("Link", "")
        for kind in ("json", "xml"):
            href = found.get({"json": "application/json+oembed", "xml": "text/xml+oembed"}[kind])
            if not href or not urlsplit(href).netloc or href not in fields:
                faults.append(f"{path}: {kind} {href}")
                continue
            reply = pages.session.get(href)
            value = reply.json() if kind == "json" else {
                child.tag: child.text for child in etree.fromstring(reply.content)}
            if reply.status_code != 200 or value["type"] != "rich" or value["version"] != "1.0":
                faults.append(f"{href}: {reply.status_code}")
            count += 1
    report.row("every page says where its oEmbed is, in JSON and in XML, in the document and in Link", faults, count)


def heights(engine, pages, report):
    """No server knows a reader's fonts: what oEmbed says of a width is compared with what the embed needs there."""
    faults, count, least = [], 0, SPARE
    for language in LANGUAGES:
        context = Condition(language=language).context(engine)
        page = context.new_page()
        page.set_viewport_size({"width": max(COLUMNS), "height": 100})
        for path in pages.frames:
            page.goto(f"{pages.base}{path}?lang={language}")
            url = f"{pages.base}{path.removeprefix('/embed')}?lang={language}"
            for width, needed in zip(COLUMNS, page.evaluate(NEEDED, COLUMNS)):
                told = pages.session.get(f"{pages.base}/oembed", params={"url": url, "maxwidth": width}).json()["height"]
                least = min(least, told - needed)
                count += 1
                if not 0 <= told - needed <= SPARE:
                    faults.append(f"{path} ({language}), {width} px: {told} px of {needed}")
        context.close()
    report.row(f"nothing of an embed is cut in a column of {', '.join(map(str, COLUMNS))} px; {least:.0f} px to spare at least",
               faults, count)


def pasted(engine, pages, host, report):
    """The line that is pasted without a script, in the windows of a phone and of a desk."""
    faults, count = [], 0
    for language in LANGUAGES:
        context = Condition(language=language, scripts=False).context(engine)
        page = context.new_page()
        for kind, id in [(kind, id) for kind in EMBEDDED for id in pages.ids[kind][:SOME]]:
            builder = html.fromstring(pages.get(f"/embed?id={id}&language={language}").content)
            page.goto(host.put("host.html", BARE.format(content=builder.get_element_by_id("iframe").text)))
            for width in COLUMNS:
                page.set_viewport_size({"width": width, "height": 600})
                frame = page.frames[1]
                frame.wait_for_load_state()
                cut = frame.evaluate("document.documentElement.scrollHeight - innerHeight")
                count += 1
                if cut > 0:
                    faults.append(f"{kind}/{id} ({language}), {width} px: {cut} px cut")
        context.close()
    report.row("nor of the line that is pasted, whose height goes with the window", faults, count)


def refusal(engine, pages, host, report):
    """Only embeds may stand in another site's frame; no page has a script or a style that its policy does not name."""
    hosts = Hosts(engine, host, pages.base)
    faults, shown = [], pages.some(1)
    for path in shown:
        page = hosts.open(f'<iframe src="{pages.base}{path}" title="x"></iframe>')
        is_shown = page.frames[1].url.startswith(pages.base) and page.frames[1].evaluate("document.body.innerText.length > 0")
        if is_shown != path.startswith("/embed/"):
            faults.append(f"{path}: {page.frames[1].url}")
    hosts.context.close()
    report.row("no page but an embed lets itself be framed", faults, len(shown))

    faults = []
    for path in [*pages.paths, *pages.frames, "/nothing"]:
        policy = pages.get(path).headers.get("Content-Security-Policy", "")
        directives = dict((part.split() + [""])[:1] + [part.split()[1:]] for part in policy.split(";") if part.split())
        ancestors = ["*", "file:"] if path.startswith("/embed/") else ["'none'"]
        if directives.get("default-src") != ["'none'"] or directives.get("frame-ancestors") != ancestors:
            faults.append(f"{path}: {policy}")
        if "unsafe" in policy or "http:" in policy or directives.get("base-uri") != ["'none'"]:
            faults.append(f"{path}: {policy}")
    report.row("every policy begins with nothing, and allows nothing unsafe", faults, len(pages.paths))
