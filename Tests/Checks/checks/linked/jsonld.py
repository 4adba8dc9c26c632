"""JSON-LD: read by rdflib and by pyld, which may fetch nothing, and asked by SPARQL for what the JSON says."""

import json
from decimal import Decimal
from urllib.parse import parse_qs

import edtf
from pyld import jsonld
from rdflib import RDF, SDO, XSD, Dataset, URIRef
from rdflib.namespace import PROV

from .client import KINDS

EDTF = URIRef("http://id.loc.gov/datatypes/edtf")
# Younger than rdflib's list of schema.org's terms.
NEW = {"StatisticalVariable"}
OA = {"hasSource", "hasSelector", "refinedBy", "exact", "SpecificResource", "FragmentSelector", "TextQuoteSelector"}
PREFIXES = """
PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""


def refuse(url, options):
    raise AssertionError(f"a remote document: {url}")


def check(client):
    jsonld.set_document_loader(refuse)
    graph = Dataset(default_union=True)
    paths = ["/api/v1"]
    for kind in KINDS:
        paths += [f"/api/v1/{kind}"] + [f"/api/v1/{kind}/{record['id']}" for record in client.records[kind]]
    for path in paths:
        suffixed = path + ".jsonld" + ("?limit=1000" if path.count("/") == 3 else "")
        text = client.text(suffixed, "application/ld+json")
        assert client.get(path, Accept="application/ld+json").kind == "application/ld+json"
        node = jsonld.expand(json.loads(text), {"base": client.base + path})[0]
        assert node["@id"].startswith(client.base + path), path
        graph.parse(data=text, format="json-ld", publicID=client.base + suffixed)
    terms(graph)
    dates(client, graph)
    claims(client, graph)
    events(client, graph)
    discrepancies(client, graph)
    licence(client, graph)
    return f"{len(paths)} documents, {len(graph)} triples"


def terms(graph):
    """No property and no class but those that the vocabularies have."""
    for term in set(graph.predicates()) | set(graph.objects(predicate=RDF.type)):
        name = str(term).removeprefix(str(SDO))
        if name != str(term):
            assert name in SDO or name in NEW, f"schema.org has no {name}"
        name = str(term).removeprefix(str(PROV))
        if name != str(term):
            assert name in PROV, f"PROV has no {name}"
        name = str(term).removeprefix("http://www.w3.org/ns/oa#")
        assert name == str(term) or name in OA, term


def dates(client, graph):
    found = {str(value) for value in graph.objects() if getattr(value, "datatype", None) == EDTF}
    assert found >= {record["date"] for record in client.records["events"]}
    assert found >= {record["period"] for record in client.records["statistics"]}
    for text in found:
        edtf.parse_edtf(text)
    kinds = {XSD.date: 10, XSD.gYearMonth: 7, XSD.gYear: 4}
    for name in ["startDate", "endDate"]:
        for event, value in graph.subject_objects(SDO[name]):
            date = str(graph.value(event, URIRef("http://purl.org/dc/terms/date")))
            assert len(value) == kinds[value.datatype], value
            end = date.split("/")[0 if name == "startDate" else -1]
            assert str(value) == end, f"{date} has no {value}"


def claims(client, graph):
    rows = graph.query(PREFIXES + """
        SELECT ?claim ?statistic ?value ?low ?high ?source ?exact ?fragment WHERE {
          ?claim a schema:Observation ; schema:variableMeasured ?statistic ; prov:wasDerivedFrom ?source ;
                 prov:wasQuotedFrom [ a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?selector ] .
          ?statistic a schema:StatisticalVariable . ?source schema:name ?title .
          OPTIONAL { ?claim schema:value ?value } OPTIONAL { ?claim schema:minValue ?low }
          OPTIONAL { ?claim schema:maxValue ?high }
          OPTIONAL { ?selector a oa:TextQuoteSelector ; oa:exact ?exact }
          OPTIONAL { ?selector rdf:value ?fragment ; oa:refinedBy/oa:exact ?exact }
        }""")
    found = {str(row.claim).rpartition("/")[2]: row for row in rows}
    assert found.keys() == {claim["id"] for claim in client.records["claims"]}
    number = lambda value: None if value is None else Decimal(str(value))  # noqa: E731
    for claim in client.records["claims"]:
        row = found[claim["id"]]
        place = claim["locator"]
        assert str(row.exact) == claim["printed"]
        parts = {label: str(part) for label, part in place.items() if part is not None}
        fragment = parse_qs(str(row.fragment)) if row.fragment is not None else {}
        assert {label: [part] for label, part in parts.items()} == fragment, claim["id"]
        assert [number(row.low), number(row.high)] == [number(claim["low"]), number(claim["high"])], claim["id"]
        asserted = claim["value"] if claim["qualifier"] in ["stated", "about"] else None
        assert number(row.value) == number(asserted), claim["id"]
        assert str(row.source).endswith("/api/v1/sources/" + claim["source"])
    primary = set(graph.objects(predicate=PROV.hadPrimarySource))
    assert {str(source).rpartition("/")[2] for source in primary} <= {
        source["id"] for source in client.records["sources"] if source["independence"]["kind"] == "primary"}


def events(client, graph):
    for event in client.records["events"]:
        node = URIRef(f"{client.base}/api/v1/events/{event['id']}")
        assert (node, RDF.type, SDO.Event) in graph
        for name in [SDO.name, SDO.description]:
            assert {text.language for text in graph.objects(node, name)} == {"en", "lt"}, node
        assert event["title"] in map(str, graph.objects(node, SDO.name))
        assert len(list(graph.objects(node, PROV.wasDerivedFrom))) == len({c["source"] for c in event["citations"]})


def discrepancies(client, graph):
    for record in client.records["discrepancies"]:
        node = URIRef(f"{client.base}/api/v1/discrepancies/{record['id']}")
        codes = {str(code) for term in graph.objects(node, SDO.keywords) for code in graph.objects(term, SDO.termCode)}
        assert codes == {record["kind"], record["verdict"]}, node
        about = {str(other).rpartition("/")[2] for other in graph.objects(node, SDO.about)}
        assert about >= set(record["statistics"]), node
        texts = {str(text) for part in graph.objects(node, SDO.hasPart) for text in graph.objects(part, SDO.text)}
        assert texts >= {reading["arithmetic"] for reading in record["readings"]}, node
    assert not list(graph.subjects(RDF.type, SDO.ClaimReview))


def licence(client, graph):
    root = URIRef(client.base + "/api/v1")
    assert set(graph.objects(root, SDO.license)) == {URIRef(client.dataset["licence"]["URL"])}
    assert client.dataset["attribution"] in map(str, graph.objects(root, SDO.creditText))
    assert {str(version) for version in graph.objects(root, SDO.version)} == {client.dataset["version"]}
    for kind in ["events", "claims", "discrepancies"]:
        for record in client.records[kind]:
            node = URIRef(f"{client.base}/api/v1/{kind}/{record['id']}")
            assert (node, URIRef("http://purl.org/dc/terms/isPartOf"), root) in graph, node
