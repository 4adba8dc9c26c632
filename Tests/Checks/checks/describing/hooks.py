"""What no schema can say, told to schemathesis."""

import schemathesis
from hypothesis import strategies

# Valid by the calendar, too: the schema can only say that it is EDTF.
DATES = ["1944", "1944-08", "1944-12-12", "1944-08/1945-05", "../1945-06", "1944-07/", "1945~", "194X", "1945-21"]
# A word has a letter or a digit; a quotation mark would have to be closed.
LETTERS = strategies.characters(categories=["L", "Nd"])
OTHERS = strategies.characters(exclude_categories=["Cs", "Pi", "Pf", "Ps", "Pe"], exclude_characters='"')
schemathesis.openapi.format("words", strategies.tuples(strategies.text(OTHERS, max_size=9), LETTERS).map("".join))
schemathesis.openapi.format("edtf", strategies.sampled_from(DATES))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Where everything is meant to be valid: a cursor is only what a page gave out, and a range begins before it ends."""
    if case.meta is None or not case.meta.generation.mode.is_positive or not case.query:
        return
    case.query.pop("cursor", None)
    for low, high in [("from", "to"), ("min", "max")]:
        if low in case.query and high in case.query:
            del case.query[high]
