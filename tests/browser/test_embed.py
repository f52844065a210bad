#!/usr/bin/python3
"""What dashboard/embed.py makes of a built dashboard, and what it refuses to put into the program."""

import gzip
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = '<link href="/assets/main-ABCDEFGH.css"><script type="module" src="/assets/main-ABCDEFGH.js"></script>'
GOOD = {"index.html": PAGE, "assets/main-ABCDEFGH.css": "a{}" * 500, "assets/main-ABCDEFGH.js": "x"}


class Embed(unittest.TestCase):
    def setUp(self):
        # Within the repository, where .incbin looks.
        (ROOT / "build").mkdir(exist_ok=True)
        folder = tempfile.TemporaryDirectory(dir=ROOT / "build")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def embed(self, files, out="out", script="dashboard/embed.py"):
        for name, text in files.items():
            path = self.folder / "built" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        built = self.folder / "built" if files else "-"
        done = subprocess.run([sys.executable, ROOT / script, built, self.folder / out], capture_output=True, text=True)
        self.said = done.stderr
        return done.returncode == 0

    def written(self, out="out"):
        return (self.folder / out / "dashboard.c").read_text()

    def test_each_file_is_there_in_both_forms_with_its_type(self):
        self.assertTrue(self.embed(GOOD), self.said)
        text = self.written()
        for name, kind in (("/", "text/html"), ("/assets/main-ABCDEFGH.css", "text/css"), ("/assets/main-ABCDEFGH.js", "text/javascript")):
            self.assertRegex(text, rf'\{{"{name}", "{kind}; charset=utf-8", "\\"[0-9a-f]{{32}}\\""')
        symbol, size = re.search(r"css.*\n.*\n\s+(dashboard_\d+), (\d+)", text).groups()
        packed = (self.folder / "out/dashboard" / symbol).read_bytes()
        self.assertEqual((len(packed), gzip.decompress(packed)), (int(size), GOOD["assets/main-ABCDEFGH.css"].encode()))
        self.assertRegex(text, r'js", "[^"]*", [^\n]*\n.*, 1,\n\s+NULL, 0\}', "what would be no smaller has no second form")

    def test_the_same_gives_the_same_and_something_else_another_tag(self):
        self.embed(GOOD)
        self.embed(GOOD, "again")
        self.assertEqual(self.written(), self.written("again").replace("/again/", "/out/"))
        tags = set(re.findall(r'\\"([0-9a-f]{32})', self.written()))
        self.embed({**GOOD, "assets/main-ABCDEFGH.js": "y"}, "changed")
        self.assertEqual(len(tags - set(re.findall(r'\\"([0-9a-f]{32})', self.written("changed")))), 1)

    def test_without_a_dashboard_the_addresses_stay(self):
        self.assertTrue(self.embed({}), self.said)
        self.assertNotIn(".page", self.written())
        self.assertIn('"/eligibility"', self.written())

    def test_what_could_not_be_served_is_refused(self):
        for wrong in ({"assets/plain.js": "x"}, {"assets/image-ABCDEFGH.exe": "x"}, {"robots.txt": "x"}, {"assets/deep/main-ABCDEFGH.js": "x"},
                      {"index.html": PAGE + '<img src="/assets/none-ABCDEFGH.svg">'}, {"index.html": "<p>names nothing</p>"}):
            with self.subTest(wrong):
                self.setUp()
                self.assertFalse(self.embed({**GOOD, **wrong}), "was taken")
                self.assertIn("dashboard/embed.py: ", self.said)

    def test_no_page_hides_the_api(self):
        for address in ("/v1", "/v1/*", "/healthz", "/assets/x", "chips", "/a b", "/*", "/*/x"):
            with self.subTest(address):
                self.setUp()
                (self.folder / "dashboard").mkdir()
                (self.folder / "dashboard/embed.py").write_text((ROOT / "dashboard/embed.py").read_text())
                (self.folder / "dashboard/pages.json").write_text(f'["/", "{address}"]')
                script = (self.folder / "dashboard/embed.py").relative_to(ROOT)
                self.assertFalse(self.embed({}, script=script), "was taken")


unittest.main()
