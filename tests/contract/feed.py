"""What an Atom feed (RFC 4287) must be, so that any reader takes it."""

import datetime
import re
import xml.etree.ElementTree as ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,[0-9]{4}:[A-Za-z0-9/?:@!$&'()*+,;=._~%-]+\Z")
FAULTS_MAX = 5
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z\Z")
# How often an element stands in a feed and in an entry: (least, most).
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "subtitle": (0, 1), "generator": (0, 1), "rights": (0, 1),
        "author": (1, 1), "link": (1, None), "entry": (0, None)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "summary": (0, 1), "content": (0, 1), "author": (1, 1),
         "link": (1, None), "category": (0, None)}


def parse(body):
    return ElementTree.fromstring(body)


def entries(feed):
    return feed.findall(ATOM + "entry")


def text(element, name):
    return element.findtext(ATOM + name)


def link(element, relation):
    """The one address of that relation, or None."""
    found = [one.get("href") for one in element.findall(ATOM + "link") if one.get("rel") == relation]
    return found[0] if len(found) == 1 else None


def faults(body):
    """Everything in which a body is no good feed."""
    try:
        feed = parse(body)
    except ElementTree.ParseError as error:
        return [f"the body is no XML: {error}"]
    if feed.tag != ATOM + "feed":
        return [f"the root is {feed.tag}"]
    found = counted(feed, FEED) + common(feed)
    names = [child.tag for child in feed]
    if ATOM + "entry" in names and set(names[names.index(ATOM + "entry"):]) != {ATOM + "entry"}:
        found.append("something of the feed stands after an entry")
    for entry in entries(feed):
        found += [f"{text(entry, 'id')}: {fault}" for fault in counted(entry, ENTRY) + common(entry)]
    ids = [text(entry, "id") for entry in entries(feed)]
    if len(set(ids)) != len(ids):
        found.append("two entries have one id")
    if ids and text(feed, "updated") != max(text(entry, "updated") for entry in entries(feed)):
        found.append("the feed was not updated with its newest entry")
    found += [] if link(feed, "self") else ["the feed does not link itself"]
    return found[:FAULTS_MAX]


def counted(element, allowed):
    found = []
    for child in element:
        if child.tag.removeprefix(ATOM) not in allowed:
            found.append(f"{child.tag} stands in {element.tag}")
    for name, (least, most) in allowed.items():
        count = len(element.findall(ATOM + name))
        if count < least or (most is not None and count > most):
            found.append(f"{name} stands there {count} times")
    return found


def common(element):
    """What holds of feeds and entries alike."""
    found = [] if TAG.match(text(element, "id") or "") else [f"id {text(element, 'id')} is no tag"]
    found += [] if text(element, "title") else ["the title is empty"]
    found += [f"{name} {text(element, name)} is no instant" for name in ("updated", "published")
              if text(element, name) is not None and not is_instant(text(element, name))]
    found += [] if element.findtext(f"{ATOM}author/{ATOM}name") else ["the author has no name"]
    found += [] if link(element, "alternate") else ["there is not one alternate"]
    for one in element.findall(ATOM + "link"):
        if not one.get("href") or not one.get("rel"):
            found.append("a link leads nowhere")
    found += ["a category has no term" for one in element.findall(ATOM + "category") if not one.get("term")]
    return found


def is_instant(value):
    try:
        datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return False
    return bool(INSTANT.match(value))
