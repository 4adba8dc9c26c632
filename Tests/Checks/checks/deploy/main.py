"""Has every engine take its configuration in Resources/deploy: nginx, HAProxy and Varnish check it, run with it in front of three
replicas, and are asked with curl; promtool, systemd-analyze, kubernetes-validate and others read the rest. An argument names
some of the parts: monitoring, units, manifests, forwarding, caches, balancing."""

from ..harness.report import Report
from . import balancing, caches, forwarding, manifests, monitoring, units

PARTS = {"monitoring": monitoring.check, "units": units.check, "manifests": manifests.check,
         "forwarding": forwarding.check, "caches": caches.check, "balancing": balancing.check}


def main(arguments):
    report = Report()
    for name in arguments or PARTS:
        PARTS[name](report)
    return report.end("deployment")
