"""Tables in Markdown."""


def rows(text):
    """The cells of the tables in a page, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if not row[0].startswith("--") and row[0] not in ("case", "reason", "date")]
