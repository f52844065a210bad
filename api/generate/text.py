"""C as text."""

NOTICE = "/* Generated from openapi.yaml by api/generate.py: do not edit. */\n"


def string(text):
    """A C string literal, or NULL."""
    if text is None:
        return "NULL"
    plain = {ord('"'): '\\"', ord("\\"): "\\\\"}
    octal = "".join(plain.get(byte, chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in str(text).encode())
    return '"' + octal.replace("??", "?\\?") + '"'


def truth(value):
    return "true" if value else "false"


def initialiser(fields):
    """{.a = 1, .b = 2}, without what is zero anyway."""
    return "{" + ", ".join(f".{name} = {value}" for name, value in fields if value not in ("NULL", "false", "0")) + "}"


def table(declaration, rows):
    return f"{declaration} = {{\n" + "".join(f"    {row},\n" for row in rows) + "};\n"
