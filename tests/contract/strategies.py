"""What Hypothesis makes of openapi.yaml: values that a schema allows, values that it does not, and whole requests."""

import copy
import datetime
import json
import urllib.parse

import contract
from hypothesis import strategies as st

JUNK = ["", "0", "-1", "1e999", "null", "true", "NaN", "'; DROP TABLE chip; --", "%", "\x00", "\u202e", "\u200b", "é" * 40, "a" * 300, "*", "..",
        "../../etc/passwd", "<script>", "{}", "[]", "2025-02-30", "9999-12-31", "9223372036854775807", "99999999999999999999", ",", "a,b", "\\",
        "🙂", "\"", "group:D:5", " ", "+", "h20\u200d", "\ufeffh20", "\U000e0041", "\ufdd0"]
JSON_JUNK = [None, True, 0, -0.0, 1.0, 2.5, 1e300, 2**53 + 1, 10**30, "", "x", "2025-02-30", "\u202e", "a\x7f", "é" * 200, [], [[]], {}, {"a": {}}]
CHIPS = ["h20", "nvidia-h100", "H200", "amd-mi308x", "a100", "nvidia h20", "t-head-zhenwu-m890"]
PLACES = ["CN", "hk", "Germany", "AE", "US", "PR", "Viet Nam", "XK", "TW"]
RULINGS = ["us-bis-2023-10-17-acs-ifr", "us-bis-2025-04-09-nvidia-h20-letter#1"]
CIRCUMSTANCES = ["end_user_on_entity_list", "end_use", "exception_claimed", "foreign_direct_product", "tpp"]
# What a name stands for is in the data set, not in a schema.
KNOWN = {"chip": CHIPS, "like": CHIPS, "destination": PLACES, "hq": PLACES, "export_from": PLACES, "chips": ["h20", "h100,h200"],
         "destinations": ["CN", "cn,Germany,XK", "group:D:5"], "known_at": ["1", "2026-11-30T00:00:00Z"], "known_from": ["1"],
         "q": ["nvidia", "h20 china", "export*"], "without": RULINGS, "ruling": RULINGS}
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2030, 1, 1)).map(str)
TEXTS = st.one_of(st.sampled_from(JUNK), st.text(max_size=12))
ACCEPTED = ["*/*", "application/json", "text/csv", "application/x-ndjson;q=0.5", "application/atom+xml, */*;q=0.1", "image/png", "junk", "é"]
TOKEN = "a-token-for-the-contract-tests"


def allowed(schema, name="", depth=0):
    """A value of the schema, or close to it: what only the program can check is not in a schema."""
    schema = contract.schemas.flatten(contract.API, schema)
    kinds = contract.schemas.types_of(schema)
    if "enum" in schema:
        return st.sampled_from(list(schema["enum"]))
    choices = [of_type(kind, schema, name, depth) for kind in kinds] or [st.sampled_from(JSON_JUNK)]
    return st.one_of(choices)


def of_type(kind, schema, name, depth):
    if kind == "string":
        return text_of(schema, name)
    if kind == "integer":
        whole = st.integers(schema.get("minimum", -5), schema.get("maximum", 10**6))
        return st.one_of(whole, whole.map(float))
    if kind == "number":
        return st.one_of(st.integers(0, 5000), st.floats(schema.get("minimum", 0), schema.get("maximum", 1e6), allow_nan=False))
    if kind == "array":
        most = min(schema.get("maxItems", 3), 3)
        return st.lists(allowed(schema.get("items", {"type": "string"}), name, depth + 1), min_size=min(schema.get("minItems", 0), most), max_size=most)
    if kind == "object":
        return object_of(schema, depth)
    return st.booleans() if kind == "boolean" else st.none()


def text_of(schema, name):
    if name in KNOWN:
        return st.sampled_from(KNOWN[name])
    if schema.get("format") == "date" or name == "date":
        return DAYS
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace("[:alnum:]", "a-z0-9"), fullmatch=True)
    most = min(schema.get("maxLength", 20), 20)
    return st.text("ab cdé🙂北", min_size=min(schema.get("minLength", 0), most), max_size=most)


def object_of(schema, depth):
    if "properties" not in schema:
        return st.dictionaries(st.sampled_from(CIRCUMSTANCES), st.sampled_from([True, False, None, "STA", 1]), max_size=2)
    members = {name: member for name, member in schema["properties"].items()
               if not contract.schemas.flatten(contract.API, member).get("readOnly")}
    required = {name: allowed(members[name], name, depth + 1) for name in schema.get("required", []) if name in members}
    # Deep down only what must be there: documents are large.
    optional = {name: allowed(member, name, depth + 1) for name, member in members.items() if name not in required and depth < 5}
    return st.fixed_dictionaries(required, optional=optional)


def places_in(value, at=()):
    """Where something stands in a JSON value, as paths."""
    yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inner:
        yield from places_in(item, at + (step,))


@st.composite
def spoilt(draw, values):
    """A value in which something is replaced, missing, or too much."""
    value = copy.deepcopy(draw(values))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.sampled_from(list(places_in(value))))
        if not at:
            continue
        holder = value
        for step in at[:-1]:
            holder = holder[step]
        change = draw(st.sampled_from(["junk", "text", "gone", "more"]))
        if change == "gone":
            del holder[at[-1]]
        elif change == "more" and isinstance(holder, dict):
            holder[draw(TEXTS)] = draw(st.sampled_from(JSON_JUNK))
        else:
            holder[at[-1]] = draw(st.sampled_from(JSON_JUNK) if change == "junk" else TEXTS)
    return value


def wire_text(value):
    """A parameter's value as it stands in an address."""
    if isinstance(value, list):
        return ",".join(map(wire_text, value))
    return contract.text_of(value) if not isinstance(value, dict) else json.dumps(value)


@st.composite
def parameter_pairs(draw, operation, parameter):
    """What is sent of one parameter of the query: (name, value) each."""
    name, schema = parameter["name"], contract.schema_of(parameter)
    if name == "circumstance":
        return [(f"circumstance.{draw(st.sampled_from(CIRCUMSTANCES))}", draw(st.sampled_from(["true", "false", "STA", "1", "x"])))]
    if name == "filter":
        field = draw(st.sampled_from(sorted(schema["properties"])))
        kind = contract.schemas.property_schema(contract.API, schema, field)
        suffix = draw(st.sampled_from(["", "", ".ne", ".gt", ".gte", ".lt", ".lte", ".null", ".x"]))
        return [(field + suffix, draw(st.one_of(allowed(kind, field).map(wire_text), st.sampled_from(["true", "4800", "NVIDIA", "2025-01-01"]))))]
    if name in ("sort", "fields", "facets"):
        fields = contract.schemas.component(contract.API, operation["x-list"]["document"], operation)["properties"]
        return [(name, ",".join(draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=3))))]
    if name == "wait":
        return [(name, draw(st.sampled_from(["0", "-1", "x"])))]
    return [(name, wire_text(draw(allowed(schema, name))))]


@st.composite
def query(draw, operation):
    pairs = []
    for parameter in contract.parameters(operation):
        chance = 20 if parameter.get("required") else 5
        if parameter["in"] != "query" or draw(st.integers(0, 20)) > chance:
            continue
        pairs += draw(parameter_pairs(operation, parameter))
    spoil = draw(st.integers(0, 9))
    if spoil == 0 and pairs:
        place = draw(st.integers(0, len(pairs) - 1))
        pairs[place] = (pairs[place][0], draw(TEXTS))
    elif spoil == 1:
        pairs.append((draw(TEXTS), draw(TEXTS)))
    elif spoil == 2 and pairs:
        pairs.append(draw(st.sampled_from(pairs)))
    return pairs


def quote(text):
    return urllib.parse.quote(text, safe="")


class Request:
    """One request, told when it falsifies something."""

    def __init__(self, path, operation, method, target, pairs, values, headers, body):
        self.path, self.operation, self.method, self.target = path, operation, method, target
        self.pairs, self.values, self.headers, self.body = pairs, values, headers, body

    def __repr__(self):
        return f"{self.method} {self.target} {self.headers} {json.dumps(self.body) if not isinstance(self.body, str) else self.body!r}"[:3000]


def body_of(operation):
    """Strategies of what the operation is sent."""
    media = operation["requestBody"]["content"]
    if "application/json" not in media or operation.get("x-streamed"):
        return files()
    values = allowed(media["application/json"]["schema"])
    return st.one_of(values, spoilt(values), spoilt(values))


@st.composite
def files(draw):
    """(type, text) of a file of lines, sometimes cut or of another type than it says."""
    line = st.fixed_dictionaries({"chip": st.sampled_from(CHIPS)}, optional={
        "destination": st.sampled_from(PLACES), "date": DAYS, "hq": st.sampled_from(PLACES), "order": st.sampled_from(JSON_JUNK),
        "strict": st.booleans(), "destinaton": st.just("CN"), "circumstances": object_of({}, 0)})
    lines = [json.dumps(one, ensure_ascii=draw(st.booleans())) for one in draw(st.lists(st.one_of(line, spoilt(line)), max_size=5))]
    rows = [",".join(draw(st.sampled_from(CHIPS + PLACES + JUNK)) for _ in range(3)) for _ in lines]
    bodies = {"application/x-ndjson": "\n".join(lines), "application/json": "[" + ",".join(lines) + draw(st.sampled_from(["]", "]", "", "]]"])),
              "text/csv": draw(st.sampled_from(["chip,destination,order", "chip,\"hq\",order", "chip,dest,x"])) + "\r\n" + "\r\n".join(rows)}
    return draw(st.sampled_from(sorted(bodies))), draw(st.sampled_from(sorted(bodies.values())) if draw(st.integers(0, 9)) == 0
                                                       else st.sampled_from(sorted(bodies.items())).map(lambda pair: pair[1]))


@st.composite
def requests(draw):
    methods = {"get": 6, "post": 3, "put": 2, "delete": 1}
    method = draw(st.sampled_from([method for method, weight in methods.items() for _ in range(weight)]))
    path, operation = draw(st.sampled_from(contract.operations(method)))
    target, values, headers, body = path, [], {"Accept": draw(st.sampled_from(ACCEPTED))}, None
    for parameter in contract.parameters(operation):
        if parameter["in"] == "path":
            junk = draw(st.integers(0, 9)) == 0
            values.append(draw(TEXTS.filter(lambda text: text not in ("", ".", ".."))) if junk else str(parameter["example"]))
            target = target.replace("{" + parameter["name"] + "}", quote(values[-1]))
    pairs = draw(query(operation))
    if "requestBody" in operation:
        body = draw(body_of(operation))
    if isinstance(body, tuple):
        headers["Content-Type"], body = body
    if "security" in operation or method in ("put", "delete"):
        # A state that no document is at: everything is checked and nothing written.
        headers["Authorization"] = "Bearer " + draw(st.sampled_from([TOKEN, TOKEN, TOKEN, "x"]))
        headers.update(draw(st.sampled_from([{"If-Match": '"r999999"'}, {"If-Match": "junk"}, {}])))
    if path == "/v1/changes" and isinstance(body, dict) and isinstance(body.get("changes"), list):
        body["changes"].append({})
    target += "?" + "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs) if pairs else ""
    return Request(path, operation, method.upper(), target, pairs, values, headers, body)
