"""openapi_json.c: the document itself, as JSON."""

import json

from generate.text import NOTICE


def source(root):
    body = (json.dumps(root, ensure_ascii=True, separators=(",", ":")) + "\n").encode()
    text = NOTICE + '#include "api/operation.h"\n\nconst char openapi_json[] = {\n'
    for at in range(0, len(body), 32):
        text += "    " + ",".join(str(byte) for byte in body[at:at + 32]) + ",\n"
    return text + "    0,\n};\nconst size_t openapi_json_size = sizeof openapi_json - 1;\n"
