"""What stands in an export, and where it came from."""

import posixpath
import re

LANGUAGES = {"en": "", "lt": "lt"}
# An id has no capital letter.
CURSOR = re.compile(r"(?=[\w-]*[A-Z])[\w-]{32}=*")
SUFFIX = re.compile(r"\.(csv-metadata\.json|vl\.json|ndjson|jsonld|geojson|json|csv|txt|bib|ris|ics|atom|svg|html)$")
OF_THE_WHOLE = {"manifest-sha256.txt", ".nojekyll"}
MADE = {"404.html", "search-index.js"}


def plain(path):
    """A path without what tells its form: language, suffix, cursor, the file of a folder."""
    path = path.strip("/")
    for folder in filter(None, LANGUAGES.values()):
        path = path.removeprefix(folder + "/") if path != folder else ""
    path = re.sub(r"(^|/)index\.(html|json)$", "", path)
    path = re.sub(rf"(^|[/.]){CURSOR.pattern}(?=\.|$)", "", path) if re.search(rf"[/.]{CURSOR.pattern}(\.|$)", path) else path
    # A version ends in no suffix; its index may.
    if re.fullmatch(r"(api/v1/)?@\d+\.\d+\.\d+", path):
        return path
    return SUFFIX.sub("", path)


class Files:
    """The files of one language."""

    def __init__(self, root, language):
        self.root, self.language, self.folder = root, language, LANGUAGES[language]
        others = {other for other in LANGUAGES.values() if other and other != self.folder}
        start = root / self.folder
        self.names = sorted(
            str(path.relative_to(start)) for path in start.rglob("*") if path.is_file()
            and (self.folder or path.relative_to(root).parts[0] not in others) and path.name not in OF_THE_WHOLE)

    def place(self, name):
        """The name below the root."""
        return posixpath.join(self.folder, name)

    def read(self, name):
        return (self.root / self.place(name)).read_bytes()

    def target(self, name):
        """What the server is asked for a file's content; nothing for what only an export has."""
        if posixpath.basename(name) in MADE:
            return None
        if name.endswith("index.html"):
            folders = name.split("/")[:-1]
            extra = ""
            if folders and CURSOR.fullmatch(folders[-1]):
                extra = f"?limit=1000&cursor={folders.pop()}"
            below = folders[1:] if folders and folders[0].startswith("@") else folders
            if len(below) == 2 and below[0] == "embed" and below[1] != "weigh":
                extra = f"?id={folders.pop()}"
            elif below in (["events"], ["statistics"], ["discrepancies"], ["sources"], ["lessons"], ["search"]):
                extra = extra or "?limit=1000"
            return "/" + "/".join(folders) + extra
        if posixpath.basename(name) == "index.json":
            return "/" + posixpath.dirname(name)
        if cursor := re.search(rf"\.({CURSOR.pattern})(\.\w+)$", name):
            return f"/{name[:cursor.start()]}{cursor[2]}?limit=1000&cursor={cursor[1]}"
        return "/" + name

    def resolved(self, name, link):
        """The file below the root that a relative link in a file leads to; none where it leads out or nowhere."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.place(name)), link.partition("#")[0].partition("?")[0]))
        return path if not path.startswith("..") and (self.root / path).is_file() else None
