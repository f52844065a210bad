"""Clients that write over HTTP and remember what was acknowledged; what was not is repeated and must say what became of it."""

import itertools
import json
import random
import threading
from http.client import HTTPException
from pathlib import Path

from trial import expect

DATA = Path(__file__).resolve().parents[2] / "db" / "data"
TEXT_FIELD = {"chip": "notes", "ruling": "notes", "event": "headline"}
TEXTS = itertools.count(1)  # each state of a document is told from all others by its text
MANY = 12  # documents of a change set


def templates():
    """A small document of each kind that is written over HTTP, as the bundled data has it."""
    smallest = {}
    for kind in TEXT_FIELD:
        documents = json.loads((DATA / f"{kind}s.json").read_text())
        smallest[kind] = min((item for item in documents if not item.get("provisions")), key=lambda item: len(json.dumps(item)))
    return smallest


TEMPLATES = templates()


def document(kind, name, text):
    made = {**TEMPLATES[kind], "id": name, TEXT_FIELD[kind]: text}
    if kind == "chip":
        made.update(product=name, name=name, aliases=[], default_variant=True)
    return made


class Slot:
    """A document of one writer's own: the text that stands, None where it does not, and at which revision."""

    def __init__(self, kind, name):
        self.kind, self.name, self.text, self.revision = kind, name, None, None
        self.target = f"/v1/{kind}s/{name}"

    def stands(self):
        return self.text, self.revision if self.text else None


class Write:
    """One request that changes slots: (slot, text or None for a deletion) each."""

    def __init__(self, changes, many):
        self.changes, self.many = changes, many
        self.before = [slot.stands() for slot, _ in changes]
        self.headers, self.body = {}, None
        slot, text = changes[0]
        if many:
            self.method, self.target = "POST", "/v1/changes"
            self.body = {"note": "trial", "changes": [self._item(*change) for change in changes]}
            return
        self.method, self.target = "PUT" if text else "DELETE", slot.target
        self.headers = {"If-Match": f'"r{slot.revision}"'} if slot.text else {"If-None-Match": "*"}
        if text:
            self.body = {**document(slot.kind, slot.name, text), "note": "trial"}

    @staticmethod
    def _item(slot, text):
        item = {"op": "put" if text else "delete", "kind": slot.kind, "id": slot.name,
                "replaces": slot.revision if slot.text else None}
        return {**item, "document": document(slot.kind, slot.name, text)} if text else item

    def told(self):
        return f"{self.method} {self.target} {self.headers}"

    def what(self):
        return frozenset((slot.kind, slot.name, "put" if text else "delete") for slot, text in self.changes)

    def send(self, client):
        return client.ask(self.target, self.method, self.headers, self.body)

    def seq(self, answer):
        """The revision in which it was recorded, as an answer of success tells it."""
        body = answer.json()
        seq = body["revision"] if self.method == "PUT" else body["data_version"]
        if self.method == "PUT":
            expect(answer.headers["ETag"].startswith(f'"r{seq}.'), f"{self.told()}: ETag {answer.headers['ETag']} of revision {seq}")
        return seq

    def settle(self, seq):
        for slot, text in self.changes:
            slot.text, slot.revision = text, seq


def read(client, slot):
    """(text, revision) as a slot stands on the server."""
    answer = client.ask(slot.target)
    if answer.status in (404, 410):
        return None, None
    expect(answer.status == 200, f"GET {slot.target}: {answer.told()}")
    body = answer.json()
    expect(answer.headers["ETag"].startswith(f'"r{body["revision"]}.'), f"GET {slot.target}: ETag {answer.headers['ETag']}")
    return body[TEXT_FIELD[slot.kind]], body["revision"]


class Writer:
    """One client with slots of its own. `journal` gets (seq, what was changed) of each revision that it knows of."""

    def __init__(self, name, journal, seed, kinds=("event",) * 9 + ("chip", "ruling")):
        self.random = random.Random(seed)
        self.slots = [Slot(kind, f"trial-{name}-{number}") for number, kind in enumerate(kinds)]
        self.events = [slot for slot in self.slots if slot.kind == "event"]
        self.journal, self.unknown, self.fault = journal, None, None
        self.acknowledged, self.repeated = 0, {"done already": 0, "done now": 0, "412": 0}
        self.answered, self.refusals = {}, []  # how often each status; the answers of 500 and above

    def choose(self):
        if self.random.random() < 0.3:
            some = self.random.sample(self.events, min(MANY, len(self.events)))
            changes = [(slot, None if slot.text and self.random.random() < 0.2 else f"state {next(TEXTS)}") for slot in some]
            return Write(changes, many=True)
        slot = self.random.choice(self.slots)
        deletes = slot.text and self.random.random() < 0.2
        return Write([(slot, None if deletes else f"state {next(TEXTS)}")], many=False)

    def step(self, client, write=None):
        """Sends one write; False when what became of it is unknown."""
        self.unknown = write = write or self.choose()
        try:
            answer = write.send(client)
        except (OSError, HTTPException):
            return False
        self.answered[answer.status] = self.answered.get(answer.status, 0) + 1
        if answer.status >= 500:
            self.refusals.append(answer)
            return False
        expect(answer.status in (200, 201), f"a valid write was refused: {write.told()}: {answer.told()}")
        self.take(write, write.seq(answer))
        self.acknowledged += 1
        return True

    def take(self, write, seq):
        write.settle(seq)
        self.journal.append((seq, write.what()))
        self.unknown = None

    def run(self, port_client):
        """Until something fails."""
        try:
            while self.step(port_client):
                pass
        except BaseException as fault:  # told by the thread that started it
            self.fault = fault
        port_client.close()

    def check(self, client):
        """All that was acknowledged is there; what is unknown was done as a whole or not at all, and is settled."""
        unsure = {slot for slot, _ in self.unknown.changes} if self.unknown else ()
        for slot in self.slots:
            if slot not in unsure:
                stands = read(client, slot)
                expect(stands == slot.stands(), f"acknowledged and lost: {slot.target} is {stands}, was {slot.stands()}")
        if self.unknown:
            self.resolve(client)

    def applied(self, client, write):
        """The revision of a write that was done, None of one that was not; half of it is a failure."""
        found = [read(client, slot) for slot, _ in write.changes]
        after = [(text, revision) for (text, revision), (_, wanted) in zip(found, write.changes) if text == wanted]
        if found == write.before and len(after) < len(found):
            return None
        seqs = {revision for text, revision in after if text}
        expect(len(after) == len(found) and len(seqs) <= 1, f"half applied: {write.told()}: {write.before} became {found}")
        return seqs.pop() if seqs else -1  # a deletion tells its revision when it is repeated

    def resolve(self, client):
        """Repeats what is unknown with the same precondition: done already, done now, or 412 after somebody else's change."""
        write, self.unknown = self.unknown, None
        seq = self.applied(client, write)
        if seq and seq > 0:
            self.take(write, seq)
        if self.random.random() < 0.25 and (write.many or write.changes[0][1]) and seq != -1:
            self.conflict(client, write)
        else:
            self.repeat(client, write, seq)

    def conflict(self, client, write):
        """Another change of the same document: the repeated one must not undo it."""
        slot = write.changes[0][0]
        expect(self.step(client, Write([(slot, f"state {next(TEXTS)}")], many=False)), "a write failed while all was well")
        before = [read(client, other) for other, _ in write.changes]
        answer = write.send(client)
        expect(answer.status == 412, f"repeated over another's change: {write.told()}: {answer.told()}")
        expect([read(client, other) for other, _ in write.changes] == before, f"a 412 changed something: {write.told()}")
        self.repeated["412"] += 1

    def repeat(self, client, write, seq):
        answer = write.send(client)
        done = "done already" if seq else "done now"
        if write.method == "DELETE" and seq:
            expect(answer.status == 410, f"a deletion repeated after it was done: {answer.told()}")
            for slot, _ in write.changes:
                slot.text, slot.revision = None, None
            self.journal.append((None, write.what()))
        else:
            created = write.before[0][0] is None or write.many
            expect(answer.status == (201 if created and not seq else 200), f"{write.told()}: {done}, but {answer.told()}")
            told = write.seq(answer)
            expect(not write.many or answer.json()["recorded"] == (not seq), f"{write.told()}: {done}, but {answer.told()}")
            expect(not seq or write.many or seq == told, f"{write.told()} is of revision {seq}, but {answer.told()}")
            if not seq:
                self.take(write, told)
            elif seq == -1:
                self.journal.append((None, write.what()))
                write.settle(None)
        self.repeated[done] += 1


def start(writers, server):
    """A thread each, already running."""
    threads = [threading.Thread(target=writer.run, args=(server.client(),), daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    return threads


def join(threads, writers):
    for thread in threads:
        thread.join(30)
        expect(not thread.is_alive(), "a writer got no answer in 30 s")
    for writer in writers:
        if writer.fault:
            raise writer.fault


def check_log(journal, rows):
    """The log holds each known change with its revision, and nothing that nobody asked for; `rows` are (seq, changes)."""
    logged = {seq: frozenset((change["kind"], change["id"], change["op"]) for change in json.loads(changes)) for seq, changes in rows}
    known = {seq: what for seq, what in journal if seq}
    for seq, what in known.items():
        expect(logged.get(seq) == what, f"revision {seq} should hold {sorted(what)}, but {sorted(logged.get(seq, ()))}")
    loose = [what for seq, what in journal if not seq]
    for seq in sorted(set(logged) - set(known)):
        if any(name.startswith("trial-") for _, name, _ in logged[seq]):
            expect(logged[seq] in loose, f"revision {seq} was asked for by nobody: {sorted(logged[seq])}")
            loose.remove(logged[seq])
    expect(not loose, f"done without a revision: {loose[:3]}")
