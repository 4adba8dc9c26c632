"""Shows that the checks can fail: each is given a page with the fault that it is to find, and a good one."""

from . import access, markup, weight
from .conditions import Condition
from .visits import Visitor


GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Good</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="good.css"></head>
<body><main><h1>Good</h1><p>Words. <a href="good.html">A link</a></p></main></body></html>
"""
CSS = "body { background: #fff; color: #222; margin: 3em } a { color: #036 } a:focus-visible { outline: 3px solid #036 }"

# The fact, what is changed in the good page, and a word of the fault that is found.
VISITS = [
    ("console", ("</main>", "</main><script>console.error('planted')</script>"), "planted"),
    ("console", ("</main>", "</main><script>throw new Error('thrown')</script>"), "thrown"),
    ("request", ("</main>", "<img src='nothing.png' alt=''></main>"), "nothing.png 404"),
    ("host", ("</main>", "<img src='http://localhost:9/a.png' alt=''></main>"), "localhost:9"),
    ("scroll", ("Words.", "<span style='display:block;width:2000px'>Words</span>"), "too wide"),
    ("scroll", ("<p>", "<p style='position:absolute;left:-50px;width:1600px'>"), "too wide"),
    ("menu", ("<main>", "<header class='top' style='width:90px;overflow:auto;white-space:nowrap'><a href='x'>A menu</a> "
                        "<a href='y'>that is cut</a></header><main>"), "that is cut"),
    ("lang", ('lang="en"', 'lang="lt"'), "lang is “lt”"),
    ("style", ('rel="stylesheet"', 'rel="prefetch"'), "0 style sheets"),
]
AXE = [
    ('<html lang="en">', "<html>", "html-has-lang"),
    ("<p>", "<p style='color:#aaa'>", "color-contrast"),
    ("</main>", "<img src='data:,'></main>", "image-alt"),
    ("<h1>Good</h1>", "<h3>Good</h3>", "heading"),
    ("</main>", "<input></main>", "label"),
]
KEYBOARD = [
    ("A link</a>", "A link</a> <a href='x' style='outline:0'>Unseen</a>", "does not show"),
    ("A link</a>", "A link</a> <a href='x' style='position:fixed;left:-90px;width:50px'>Away</a>", "out of sight"),
    # A trap: the focus never comes to the second.
    ("A link</a>", "A link</a> <button onfocus=\"document.querySelector('a').focus()\">x</button><button>y</button>",
     "Tab does not come to"),
]
MARKUP = [
    ("html", GOOD.replace("<h1>Good</h1>", "<h1>Good</h2>"), "h1"),
    ("html", GOOD.replace("<p>", "<p><div></div>"), "p"),
    ("html", GOOD.replace("<title>Good</title>", ""), "title"),
    ("css", "a { colour: red }", "colour"),
    ("html", markup.DOCUMENT.format("en", '<svg xmlns="http://www.w3.org/2000/svg"><circl r="1"/></svg>'), "circl"),
]


def check(engine, pages, host, report):
    host.put("good.css", CSS)
    good = host.put("good.html", GOOD)
    context = Condition().context(engine)
    page = context.new_page()

    def changed(old, new):
        assert old in GOOD
        return host.put("planted.html", GOOD.replace(old, new))

    faults = []
    visitor = Visitor(engine, Condition(), host.base)
    for fact, change, word in [(None, ("", ""), None), *VISITS]:
        changed(*change)
        found = visitor.visit("/planted.html")
        if fact is None and found:
            faults.append(f"the good page: {found}")
        elif fact and not any(fact == kind and word in words for kind, words in found):
            faults.append(f"not found: {fact}, {word}; {found}")
    visitor.close()
    report.row("a planted fault of loading is found", faults, len(VISITS))

    faults = []
    for old, new, word in AXE:
        page.goto(changed(old, new))
        found = access.violations(page)
        if not any(word in violation for violation in found):
            faults.append(f"{word}: {found}")
    page.goto(good)
    faults += access.violations(page)
    report.row("axe finds a planted violation", faults, len(AXE))

    faults = []
    for old, new, word in KEYBOARD:
        page.goto(changed(old, new))
        found = access.keyboard(page)[1]
        if not any(word in fault for fault in found):
            faults.append(f"{word}: {found}")
    page.goto(good)
    faults += access.keyboard(page)[1]
    report.row("the Tab key finds a planted fault", faults, len(KEYBOARD))

    found = markup.nu({
        "good.html": ("html", GOOD.encode()), "good.css": ("css", CSS.encode()),
        **{f"{number}.{suffix}": (suffix, text.encode()) for number, (suffix, text, _) in enumerate(MARKUP)},
    })
    faults = [fault for fault in found if fault.startswith("good")]
    for number, (suffix, _, word) in enumerate(MARKUP):
        if not any(fault.startswith(f"{number}.{suffix}") and word in fault for fault in found):
            faults.append(f"not found: {word} in {number}.{suffix}: {found}")
    report.row("Nu finds planted errors", faults, len(MARKUP))

    heavy = host.put("planted.html", GOOD.replace("</head>", '<link rel="stylesheet" href="good.css?2"></head>')
                     + "<!-- " + "x" * 50_000 + " -->")
    scales = weight.Scales(engine)
    data, _, blocking = scales.load(heavy)
    found = list(weight.faults("/", 40_000, data, blocking))
    data, requests, blocking = scales.load(good)
    good_ones = list(weight.faults("/", 40_000, data, blocking))
    report.row("a page too heavy, with two style sheets, is found", [f"{found} {good_ones} {requests}"]
               if len(found) != 2 or good_ones or requests != 2 else [], 2)
    scales.context.close()
    context.close()
