"""Compose and Kubernetes, by their schemas (PyPI: check-jsonschema, kubernetes-validate), Caddy by itself (Debian: caddy), and what
they set by the program."""

import subprocess
import sys
from pathlib import Path

import yaml

from ..harness.server import ROOT
from .engines import DEPLOY
from .units import refused, variables

BIN = Path(sys.executable).parent
PATHS = {"/readyz", "/healthz"}


def complaints(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return [done.stdout + done.stderr] if done.returncode else []


def unsteady(deployment):
    """What of a Deployment would lose requests, or leave more open than it must."""
    faults, spec = [], deployment["spec"]
    pod = spec["template"]["spec"]
    container = pod["containers"][0]
    if spec["strategy"]["rollingUpdate"]["maxUnavailable"] != 0:
        faults.append("replicas are taken away before others are there")
    for probe, path in (("readinessProbe", "/readyz"), ("livenessProbe", "/healthz")):
        if container.get(probe, {}).get("httpGet", {}).get("path") != path:
            faults.append(f"{probe} does not look at {path}")
    if not container["securityContext"].get("readOnlyRootFilesystem"):
        faults.append("the root can be written")
    set_ = {entry["name"]: entry["value"] for entry in container["env"]}
    delay, readiness = float(set_.get("AKISTATA_DRAIN_DELAY", "0s").rstrip("s")), container["readinessProbe"]
    if delay <= readiness["periodSeconds"] * readiness["failureThreshold"]:
        faults.append("a replica stops before its readiness has been looked at")
    # What is under way has 10 seconds (--drain-timeout).
    if pod["terminationGracePeriodSeconds"] < delay + 10:
        faults.append("a replica is killed while it drains")
    return faults


def unlabelled(documents):
    """Whatever chooses other pods than the Deployment makes, or scales something else."""
    deployment = documents["Deployment"]
    labels = deployment["spec"]["template"]["metadata"]["labels"].items()
    faults = [f"{kind} chooses other pods" for kind, chosen in (
        ("Service", documents["Service"]["spec"]["selector"]), ("Deployment", deployment["spec"]["selector"]["matchLabels"]),
        ("PodDisruptionBudget", documents["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"])) if not chosen.items() <= labels]
    if documents["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] != deployment["metadata"]["name"]:
        faults.append("HorizontalPodAutoscaler scales something else")
    return faults


def strangers(compose):
    """Whoever is trusted, or on the network, and not both."""
    trusted = {compose["services"]["akistata"]["environment"].get("AKISTATA_TRUSTED_PROXY")}
    made = {entry["subnet"] for network in compose["networks"].values() for entry in network["ipam"]["config"]}
    return sorted(map(str, trusted ^ made))


def check(report):
    folder = DEPLOY / "kubernetes"
    kustomization = yaml.safe_load((folder / "kustomization.yaml").read_text())
    listed = kustomization["resources"]
    report.row("kustomization.yaml lists what is beside it", sorted(
        {path.name for path in folder.iterdir()} - {"kustomization.yaml"} ^ set(listed)), len(listed))
    report.row("kubernetes-validate --strict has nothing against it", complaints(
        BIN / "kubernetes-validate", "--strict", "--quiet", *(folder / name for name in listed)), len(listed))
    documents = {document["kind"]: document for name in listed for document in yaml.safe_load_all((folder / name).read_text())}
    report.row("a roll-out loses no request, and nothing is open that need not be", unsteady(documents["Deployment"]))
    report.row("all of it is about the same pods", unlabelled(documents))
    compose = DEPLOY / "compose/compose.yaml"
    report.row("compose.yaml is as its schema has it", complaints(
        BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", compose))
    composed = yaml.safe_load(compose.read_text())
    build = composed["services"]["akistata"]["build"]
    context = (compose.parent / build["context"]).resolve()
    report.row("it builds this repository", [
        f"no {path}" for path in (context / build["dockerfile"], context / "Package.swift") if not path.is_file() or ROOT not in path.parents])
    report.row("the replicas in it trust the network that it makes, where Caddy is", strangers(composed))
    report.row("caddy has nothing against Caddyfile", complaints(
        "caddy", "validate", "--adapter", "caddyfile", "--config", DEPLOY / "compose/Caddyfile"))
    for name in ("compose/compose.yaml", "kubernetes/deployment.yaml"):
        found = variables((DEPLOY / name).read_text())
        report.row(f"the program takes the options in {name}", refused(found), len(found))
