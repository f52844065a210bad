"""The program under audit: started on a database of its own, asked over HTTP, its answers brought into the auditor's form."""

import http.client
import json
import os
import pathlib
import subprocess
from fractions import Fraction

from law import from_export, order, read

TOKEN = "0123456789abcdef0123456789abcdef"
START_S = 30


class Program:
    def __init__(self, binary, folder):
        self.binary, self.folder = str(binary), pathlib.Path(folder)
        self.database = self.folder / "audit.db"
        environment = {**os.environ, "NAVICERT_TOKEN": TOKEN}
        self.process = subprocess.Popen([self.binary, "serve", "--db", self.database, "--port", "0", "--log", "none"],
                                        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = self.process.stderr.readline()
        if " serves http://" not in said:
            self.stop()
            raise SystemExit(f"the program did not start: {said.strip()}")
        address = said.split(" serves http://")[1].split("/")[0]
        self.connection = http.client.HTTPConnection(address, timeout=START_S)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(START_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ask(self, method, target, body=None, headers=None):
        """(status, what it answered)."""
        text = None if body is None else json.dumps(body, default=decimal)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}", **(headers or {})}
        self.connection.request(method, target, text, headers)
        response = self.connection.getresponse()
        return response.status, read(response.read().decode())

    def version(self):
        """The newest data version."""
        return int(self.ask("GET", "/v1/changes?limit=1")[1]["meta"]["data_version"])

    def export(self, version):
        """The law of a data version, and the documents that it was read from."""
        folder = self.folder / f"export-{version}"
        subprocess.run([self.binary, "export", folder, "--db", self.database, "--at", str(version)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return from_export(folder), {kind: json.loads((folder / f"{kind}.json").read_text()) for kind in ("chips", "rulings")}


def decimal(number):
    """A fraction as JSON has it. What is asked is chosen to be a short decimal."""
    if not isinstance(number, Fraction):
        raise TypeError(type(number))
    return int(number) if number.denominator == 1 else float(number)


# --- an answer of the program in the form of decision.plain --------------------------------------------------------
def grounds(listed):
    """Rulings with their provisions, as one list of provisions; in the order that was written."""
    return [provision for ruling in listed for provision in ruling["provisions"]]


def conditions(listed):
    return [(c["provision"], c["type"], c["text"], c["value"]) for c in listed]


def exception(given):
    return given and (given["name"], given["provision"], conditions(given["conditions"]))


def missing(listed):
    return sorted((fact["field"], sorted(fact["provisions"], key=order)) for fact in listed)


def leg(given):
    plain = {key: given[key] for key in ("side", "jurisdiction", "status", "policy", "possible")}
    plain.update(because=grounds(given["because"]), conditions=conditions(given["conditions"]), missing=missing(given["missing"]))
    if given["side"] == "export":
        plain.update({key: given[key] for key in ("domestic", "eccn", "eccn_uncertain")}, exception=exception(given["exception"]),
                     other_exceptions=[exception(other) for other in given["other_exceptions"]])
    return plain


def plain(decision):
    answer = {key: decision[key] for key in ("outcome", "possible", "not_admitted_by", "before_coverage")}
    answer.update(missing=missing(decision["missing"]), doubts=[doubt["id"] for doubt in decision["doubts"]],
                  legs=[leg(one) for one in decision["legs"]], suspended=grounds(decision["suspended"]),
                  pending=grounds(decision["pending"]), lapsed=grounds(decision["currency"]["lapsed_unverified"]))
    return answer
