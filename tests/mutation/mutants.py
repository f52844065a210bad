"""Makes the mutants of a C file: one small change each, on one line, of its tokens."""

import re
from collections import namedtuple

Token = namedtuple("Token", "text start kind")  # kind: word, number, operator, other
Mutant = namedtuple("Mutant", "file function line column what before after source start end text")

TOKEN = re.compile(r"""
    (?P<skip>\s+|//[^\n]*|/\*.*?\*/|^\s*\#(?:\\\n|[^\n])*)
  | (?P<other>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
  | (?P<number>\.?\d(?:[\w.]|[eEpP][+-])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<operator>->|\+\+|--|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|\.\.\.|[-+*/%&|^~!<>=?:;,.(){}\[\]])
""", re.X | re.M | re.S)

SWAPPED = {
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
    "&&": ("||",), "||": ("&&",), "|=": ("&=",), "&=": ("|=",), "+=": ("-=",), "-=": ("+=",), "<<": (">>",), ">>": ("<<",),
}
BINARY = {"+": "-", "-": "+", "&": "|", "|": "&", "*": "/", "/": "*"}
WORDS = {"true": "false", "false": "true", "TRUTH_YES": "TRUTH_NO", "TRUTH_NO": "TRUTH_YES", "TRUTH_UNKNOWN": "TRUTH_NO"}
TYPES = {"char", "int", "unsigned", "size_t", "void", "double", "bool", "long", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "json_t"}


def tokens_of(source):
    found, at = [], 0
    while at < len(source):
        match = TOKEN.match(source, at)
        if not match:
            raise SystemExit(f"cannot read {source[at:at + 40]!r}")
        if match.lastgroup != "skip":
            found.append(Token(match.group(), at, match.lastgroup))
        at = match.end()
    return found


def inside_functions(tokens):
    """For each token, whether it stands in the body of a function; and the index of each bracket's partner."""
    inside, partner, stack = [], {}, []
    body = 0
    for i, token in enumerate(tokens):
        if token.text in "([{" and token.kind == "operator":
            stack.append(i)
            if token.text == "{" and i and tokens[i - 1].text == ")" and not body:
                body = len(stack)
        inside.append(bool(body))
        if token.text in ")]}" and token.kind == "operator":
            opened = stack.pop()
            partner[opened], partner[i] = i, opened
            if body and len(stack) < body:
                body = 0
    return inside, partner


class Maker:
    def __init__(self, file, source):
        self.file, self.source = file, source
        self.tokens = tokens_of(source)
        self.inside, self.partner = inside_functions(self.tokens)
        self.functions = functions_of(source)
        self.found = []

    def put(self, what, start, end, text):
        """The source with one stretch replaced; lines stay where they are."""
        before = self.source[start:end]
        text += "\n" * (before.count("\n") - text.count("\n"))
        line = self.source.count("\n", 0, start) + 1
        column = start - self.source.rfind("\n", 0, start)
        changed = self.source[:start] + text + self.source[end:]
        function = next(function.name for function in self.functions if function.start <= start < function.end)
        self.found.append(Mutant(self.file, function, line, column, what, " ".join(before.split()), " ".join(text.split()), changed,
                                 start, end, text))

    def text(self, first, last):
        return self.source[self.tokens[first].start:self.end(last)]

    def end(self, i):
        return self.tokens[i].start + len(self.tokens[i].text)

    def all(self):
        for i, token in enumerate(self.tokens):
            if self.inside[i]:
                self.operator(i, token)
                self.word(i, token)
                self.statement(i, token)
        return self.found

    def is_value(self, i):
        """Whether a token can end an operand, so that what follows is a binary operator."""
        token = self.tokens[i]
        return token.kind in ("number", "other") or token.text in (")", "]") or (
            token.kind == "word" and token.text not in TYPES and token.text not in ("return", "case", "const", "sizeof"))

    def is_declaration(self, i):
        """`struct x *y` and the like: no product."""
        return self.tokens[i - 2].text in ("struct", "enum", "const") or self.tokens[i - 1].text in TYPES or \
            (self.tokens[i - 1].text == ")" and self.tokens[self.partner[i - 1] - 1].text in ("sizeof", "(", "=", ","))

    def operator(self, i, token):
        if token.kind != "operator":
            return
        for other in SWAPPED.get(token.text, ()):
            self.put("operator", token.start, self.end(i), other)
        if token.text in BINARY and self.is_value(i - 1) and not self.is_declaration(i):
            self.put("operator", token.start, self.end(i), BINARY[token.text])
        if token.text in "!~" and self.tokens[i + 1].text != "=":
            self.put("not left out", token.start, self.end(i), "")
        if token.text == "?":
            self.branches(i)

    def branches(self, i):
        """a ? b : c becomes a ? c : b."""
        depth, colon, last = 0, None, i
        for j in range(i + 1, len(self.tokens)):
            text = self.tokens[j].text
            if self.tokens[j].kind == "operator" and text in "([{":
                depth += 1
            elif self.tokens[j].kind == "operator" and text in ")]}":
                depth -= 1
            if depth < 0 or depth == 0 and text in (";", ",") or depth == 0 and text == "?":
                break
            if depth == 0 and text == ":" and colon is None:
                colon = j
            last = j
        if colon and last > colon:
            first, second = self.text(i + 1, colon - 1), self.text(colon + 1, last)
            self.put("branches swapped", self.tokens[i + 1].start, self.end(last), f"{second} : {first}")

    def word(self, i, token):
        if token.kind == "number" and token.text.isdigit():
            number = int(token.text)
            for other in ({0: (1,), 1: (0,)}.get(number, (number + 1,))):
                self.put("number", token.start, self.end(i), str(other))
        if token.text in WORDS and token.kind == "word":
            self.put("word", token.start, self.end(i), WORDS[token.text])
        if token.text in ("if", "while") and self.tokens[i + 1].text == "(":
            close = self.partner[i + 1]
            self.put("condition negated", self.tokens[i + 1].start, self.end(close), f"(!{self.text(i + 1, close)})")
        if token.kind == "word" and self.tokens[i + 1].text == "(" and token.text not in ("if", "while", "for", "switch", "return", "sizeof"):
            self.arguments(i + 1)

    def arguments(self, opened):
        """f(a, b) becomes f(b, a): two plain arguments next to each other."""
        inner = list(range(opened + 1, self.partner[opened]))
        starts, depth = [opened + 1], 0
        for j in inner:
            if self.tokens[j].text in "([{" and self.tokens[j].kind == "operator":
                depth += 1
            elif self.tokens[j].text in ")]}" and self.tokens[j].kind == "operator":
                depth -= 1
            elif self.tokens[j].text == "," and depth == 0:
                starts.append(j + 1)
        ends = [start - 2 for start in starts[1:]] + [self.partner[opened] - 1]
        for k in range(len(starts) - 1):
            first, second = self.text(starts[k], ends[k]), self.text(starts[k + 1], ends[k + 1])
            if first != second:
                self.put("arguments swapped", self.tokens[starts[k]].start, self.end(ends[k + 1]), f"{second}, {first}")

    def statement(self, i, token):
        """Statements left out: calls and assignments, continue, break, an early return."""
        before = self.tokens[i - 1].text
        if before not in (";", "{", "}", ")", "else") or before == ")" and not self.ends_a_head(i - 1) or token.kind != "word":
            return
        if token.text in ("if", "for", "while", "switch", "do", "case", "default", "struct", "const", "static", "enum", "else", "goto",
                          "sizeof", *TYPES) or self.tokens[i + 1].kind == "word" and token.text != "return" or self.tokens[i + 1].text == ":":
            return
        last = i
        while self.tokens[last].text != ";":
            if self.tokens[last].text == "}":
                return  # a macro that is no statement
            last = self.partner[last] + 1 if self.tokens[last].text in "([{" and self.tokens[last].kind == "operator" else last + 1
        if token.text == "return" and self.tokens[last + 1].text == "}" and not self.ends_a_head(i - 1) and self.is_last(last + 1):
            return
        if self.tokens[i + 1].text == "*" and self.tokens[i + 2].kind == "word" and self.tokens[i + 3].text in ("=", ";"):
            return
        self.put("statement left out", token.start, self.end(last), ";")

    def ends_a_head(self, close):
        """Whether this bracket closes the head of an if, a for or a while."""
        return self.tokens[close].text == ")" and self.tokens[self.partner[close] - 1].text in ("if", "for", "while")

    def is_last(self, brace):
        """Whether this brace ends a function."""
        return brace + 1 >= len(self.inside) or not self.inside[brace + 1]


def mutants_of(file, source):
    return Maker(file, source).all()


class Function:
    """One definition: where its head and its body stand, and how it is called."""

    def __init__(self, source, tokens, partner, first, opened):
        self.start, self.body = tokens[first].start, tokens[opened].start
        self.end = tokens[partner[opened]].start + 1
        parameters = partner[opened - 1]
        self.name = tokens[parameters - 1].text
        self.is_void = [token.text for token in tokens[first:parameters - 1]] in (["void"], ["static", "void"])
        self.names, depth = [], 0
        for i in range(parameters + 1, opened):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens[i].text, 0)
            if depth == 0 and tokens[i + 1].text in (",", "[", ")") and tokens[i].kind == "word" and tokens[i].text != "void":
                self.names.append(tokens[i].text)
        self.before, self.after = source[self.start:tokens[parameters - 1].start], source[tokens[parameters].start:self.body]

    def head(self, name):
        return f"{self.before}{name}{self.after}"

    def call(self, name):
        call = f"{name}({', '.join(self.names)});"
        return f"{call} return;" if self.is_void else f"return {call}"


def functions_of(source):
    tokens = tokens_of(source)
    inside, partner = inside_functions(tokens)
    found, first = [], 0
    for i, token in enumerate(tokens):
        if inside[i] and token.text == "{" and not inside[i - 1]:
            found.append(Function(source, tokens, partner, first, i))
        if token.text == ";" and not inside[i] or inside[i] and (i + 1 == len(tokens) or not inside[i + 1]):
            first = i + 1
    return found


def in_one(file, source, numbered):
    """The file with all those mutants in it, of which `mutant_in_hand` chooses: compiled once, it serves for each."""
    text, at = ["extern unsigned mutant_in_hand;\n"], 0
    for function in functions_of(source):
        own = [(number, mutant) for number, mutant in numbered if function.body <= mutant.start < function.end]
        if not own:
            continue
        text.append(f'{source[at:function.start]}\n{function.head(function.name)};\n')
        for number, mutant in own:
            head = function.head(f"{function.name}__{number}")
            body = source[function.body:mutant.start] + mutant.text + source[mutant.end:function.end]
            text.append(f'# 1 "mutant {number}"\n{"" if head.startswith("static") else "static "}{head}{body}\n# 1 "{file}"\n')
        cases = " ".join(f"case {number}: {function.call(f'{function.name}__{number}')}" for number, _ in own)
        text.append(f"{function.head(function.name)}{{ switch (mutant_in_hand) {{ {cases} default: break; }}")
        at = function.body + 1
    return "".join(text) + source[at:]
