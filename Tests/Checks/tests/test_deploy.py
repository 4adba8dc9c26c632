"""The check of what is deployed finds what an engine, a cache, a rule, a unit or a manifest has wrong."""

import copy
import json
from email.message import Message
from pathlib import Path

import pytest
import yaml

from checks.deploy import manifests, monitoring, units
from checks.deploy.balancing import uneven
from checks.deploy.edges import different, plain, too_many
from checks.deploy.engines import DEPLOY, Certificate, HAProxy, Nginx, Varnish, changed
from checks.deploy.hosts import Host
from checks.deploy.variants import variants
from checks.harness.http import Answer

DEPLOYMENT = yaml.safe_load((DEPLOY / "kubernetes/deployment.yaml").read_text())
REPLICAS = [(f"127.0.0.{number}", 8080) for number in (11, 12, 13)]


def answer(status=200, **fields):
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return Answer(status, message, b"")


def test_a_name_that_a_configuration_does_not_have_is_told():
    assert "10.1.1.1" in changed("haproxy/haproxy.cfg", {"10.0.0.11": "10.1.1.1"})
    with pytest.raises(SystemExit):
        changed("haproxy/haproxy.cfg", {"10.9.9.9": "10.1.1.1"})


@pytest.mark.parametrize("make", [
    lambda host, certificate, text: Nginx(host, REPLICAS, certificate, text),
    lambda host, certificate, text: Varnish(host, ("127.0.0.1", 8081), text),
    lambda host, certificate, text: HAProxy(host, REPLICAS, certificate, ("127.0.0.1", 8081), Varnish(host, ("127.0.0.1", 8081)), text),
])
@pytest.mark.parametrize("wrong", [False, True])
def test_an_engine_finds_what_it_cannot_read(make, wrong, tmp_path):
    name = {"Nginx": "nginx/akistata.conf", "Varnish": "varnish/akistata.vcl", "HAProxy": "haproxy/haproxy.cfg"}
    engine = make(Host("127.0.0.11"), Certificate(tmp_path), None)
    if wrong:
        text = (DEPLOY / name[type(engine).__name__]).read_text() + "\nnothing that it knows\n"
        engine = make(Host("127.0.0.11"), Certificate(tmp_path), text)
    assert bool(engine.faults()) is wrong


def test_480_ways_to_ask_are_different():
    assert len({tuple(sorted(fields.items())) for fields in variants()}) == 480


@pytest.mark.parametrize("theirs, fault", [
    (answer(etag='"a"', vary="accept"), None), (answer(etag='W/"a-gzip"', vary="accept"), None), (answer(etag='"b"', vary="accept"), "entity"),
    (answer(etag='"a"'), "vary"), (answer(503, etag='"a"', vary="accept"), "status"),
    (answer(etag='"a"', vary="accept", content_language="lt"), "content-language"),
])
def test_an_answer_that_is_not_the_replicas_own_is_found(theirs, fault):
    found = different(answer(etag='"a"', vary="accept"), theirs)
    assert len(found) == 1 and fault in found[0] if fault else not found


@pytest.mark.parametrize("counts, idle, wrong", [
    ([20, 20, 20], [], False), ([30, 25, 5], [], True), ([0, 0, 0], [], True), ([0, 30, 30], [0], False), ([1, 30, 29], [0], True),
    ([0, 60, 0], [0], True),
])
def test_replicas_that_are_not_asked_alike_are_told(counts, idle, wrong):
    assert bool(uneven(counts, idle)) is wrong


def test_entries_that_are_too_many_are_told():
    assert too_many(5, 4) and not too_many(4, 4) and plain(None) is None


def test_a_metric_that_nothing_has_is_found():
    metrics = {"akistata_http_requests_total", "up"}
    assert monitoring.named('sum by (job) (rate(akistata_http_requests_total{route="akistata_x"}[5m])) and up{job="a"} == 1') == metrics
    assert monitoring.unknown(["rate(akistata_requests_total[5m])"], metrics) == ["akistata_requests_total"]
    assert monitoring.unknown([], metrics) and not monitoring.unknown(["up == 0"], metrics)


def test_promtool_finds_rules_that_do_not_do_what_their_tests_say(tmp_path):
    rules = (DEPLOY / "prometheus/rules.yaml").read_text()
    (tmp_path / "rules.test.yaml").write_text((DEPLOY / "prometheus/rules.test.yaml").read_text())
    for text, wrong in ((rules, False), (rules.replace("akistata:digests:count > 1", "akistata:digests:count > 2"), True)):
        (tmp_path / "rules.yaml").write_text(text)
        assert bool(monitoring.promtool("test", "rules", "rules.test.yaml", folder=tmp_path)) is wrong


@pytest.mark.parametrize("expression, wrong", [("sum(rate(up[$__rate_interval]))", False), ("sum(rate(up[5m])", True)])
def test_promtool_finds_a_query_that_is_none(expression, wrong, tmp_path):
    (tmp_path / "queries.json").write_text(monitoring.alone([expression]))
    assert bool(monitoring.promtool("check", "rules", "queries.json", folder=tmp_path)) is wrong


def test_panels_on_each_other_are_found():
    one, other = ({"title": title, "gridPos": {"x": x, "y": 0, "w": 12, "h": 8}} for title, x in (("a", 0), ("b", 12)))
    assert not monitoring.overlap([one, other]) and monitoring.overlap([one, other | {"gridPos": one["gridPos"]}])


@pytest.mark.parametrize("old, new, wrong", [
    ("", "", False), ("Type=notify", "Type=noticed", True), ("ProtectSystem=", "ProtectSytem=", True),
])
def test_systemd_finds_what_a_unit_has_wrong(old, new, wrong, tmp_path):
    unit = tmp_path / "akistata.service"
    unit.write_text(changed("systemd/akistata.service", {"/usr/local/bin/akistata": "/bin/true"}).replace(old, new))
    assert bool(units.complaints("verify", unit)) is wrong


@pytest.mark.parametrize("old, new", [("DynamicUser=yes", "User=root"), ("SystemCallFilter=", "#")])
def test_systemd_finds_a_service_that_is_open(old, new, tmp_path):
    unit = tmp_path / "akistata.service"
    unit.write_text((DEPLOY / "systemd/akistata.service").read_text().replace(old, new))
    assert units.complaints("security", "--offline=true", f"--threshold={units.MOST_EXPOSED}", unit)


@pytest.mark.parametrize("text", [
    "[Service]\nEnvironment=AKISTATA_WATCH=true\n", "    environment:\n      AKISTATA_WATCH: true\n",
    '          env:\n            - name: AKISTATA_WATCH\n              value: "true"\n',
])
def test_variables_are_found(text):
    assert units.variables(text) == {"AKISTATA_WATCH": "true"}


def planted(change):
    deployment = copy.deepcopy(DEPLOYMENT)
    change(deployment["spec"], deployment["spec"]["template"]["spec"], deployment["spec"]["template"]["spec"]["containers"][0])
    return deployment


@pytest.mark.parametrize("change", [
    lambda spec, pod, container: spec["strategy"]["rollingUpdate"].update(maxUnavailable=1),
    lambda spec, pod, container: pod.update(terminationGracePeriodSeconds=15),
    lambda spec, pod, container: container.pop("readinessProbe") and container.update(readinessProbe={"periodSeconds": 1, "failureThreshold": 1}),
    lambda spec, pod, container: container["readinessProbe"].update(periodSeconds=10),
    lambda spec, pod, container: container["livenessProbe"]["httpGet"].update(path="/readyz"),
    lambda spec, pod, container: container["securityContext"].pop("readOnlyRootFilesystem"),
    lambda spec, pod, container: container.update(env=[]),
])
def test_a_deployment_that_would_lose_requests_is_found(change):
    assert not manifests.unsteady(DEPLOYMENT) and manifests.unsteady(planted(change))


@pytest.mark.parametrize("trusted, wrong", [("10.89.0.0/24", False), ("0.0.0.0/0", True), (None, True)])
def test_trust_in_who_is_not_on_the_network_is_found(trusted, wrong):
    compose = yaml.safe_load((DEPLOY / "compose/compose.yaml").read_text())
    compose["services"]["akistata"]["environment"]["AKISTATA_TRUSTED_PROXY"] = trusted
    assert bool(manifests.strangers(compose)) is wrong


def test_what_is_about_other_pods_is_found():
    documents = {(document := yaml.safe_load(path.read_text()))["kind"]: document for path in Path(DEPLOY / "kubernetes").iterdir()}
    assert not manifests.unlabelled(documents)
    service = json.loads(json.dumps(documents["Service"]))
    service["spec"]["selector"]["app.kubernetes.io/name"] = "other"
    assert manifests.unlabelled(documents | {"Service": service})
