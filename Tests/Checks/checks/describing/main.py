"""Has openapi-spec-validator and schemathesis (PyPI) hold the real server to its own description.

Every operation, every check, data that the description allows and data that it does not. The argument is how many cases
each operation gets, 20 unless given.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


from ..harness.server import Server

HERE = Path(__file__).resolve().parent

TOOLS = Path(sys.executable).parent


def main(arguments):
    cases = arguments[0] if arguments else "20"
    options = ["--log-level", "error", "--security-contact", "mailto:security@akistata.example"]
    with Server(*options) as server, TemporaryDirectory() as folder:
        description = Path(folder, "openapi.json")
        for language in server.get("/api/v1").json()["data"]["dataset"]["languages"]:
            description.write_bytes(server.get(f"/api/v1/openapi.json?lang={language}").body)
            subprocess.run([TOOLS / "openapi-spec-validator", description], check=True)
        return subprocess.run(
            [TOOLS / "schemathesis", "--config-file", HERE / "schemathesis.toml", "run", f"{server.base}/api/v1/openapi.json",
             "--mode", "all", "--checks", "all", "--max-examples", cases, "--seed", "1944", "--continue-on-failure", "--suppress-health-check", "all", "--workers", "2"],
            cwd=folder, env={**os.environ, "SCHEMATHESIS_HOOKS": str(HERE / "hooks.py")}).returncode
