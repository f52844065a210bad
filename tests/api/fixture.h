#pragma once
/* A small law from literals, for tests of handlers: no server, no file. */

#include "api/context.h"

#include <jansson.h>

/* One ruling: chips of the vendor ACME with a TPP of 1,000 and more need a license to CN from 2025-01-01 to
 * 2026-01-01, verified through 2025-06-01; announced on top: a second, never deciding. Chips: acme-big (TPP
 * 1,600), acme-small (TPP 160), acme-dark (nothing published). Places: CN, US, DE. */
struct fixture {
    struct rules *rules;
    struct request request;
    struct context context;
    struct reply reply;
};

void fixture_open(struct fixture *fixture);
void fixture_close(struct fixture *fixture);
/* The reply's body as JSON; the test owns it. Fails the test when it does not parse, or is not what Jansson
 * would have written. */
json_t *fixture_body(struct fixture *fixture);
