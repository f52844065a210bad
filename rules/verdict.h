#pragma once
/* A decision in one line, for tables, and in what two decisions differ. */

#include "rules/decide.h"

/* Policy, ECCN and exception are those of the export leg that decides: the most restrictive, the first among
 * equals. Of several import legs the most restrictive status counts. */
struct verdict {
    enum status outcome;
    unsigned possible; /* bit set of 1u << status */
    enum policy policy;
    const char *eccn; /* NULL: none */
    bool eccn_uncertain;
    const char *exception;            /* its name; NULL: none is available */
    enum import_status import_status; /* the certain one: the least of import_possible */
    unsigned import_possible;         /* bit set of 1u << import_status */
};

struct verdict verdict_of(const struct decision *decision);
/* The provision on which the outcome rests first: a prohibition, the refusal of admission, a requirement or
 * the exception used. NULL where nothing is required and where it is unknown. */
const struct provision *verdict_deciding(const struct decision *decision);
/* More restrictive by the outcome, then by the policy, then on the import side. */
bool verdict_is_stricter(const struct verdict *a, const struct verdict *b);

enum aspect {
    ASPECT_OUTCOME, /* or what is possible */
    ASPECT_POLICY,
    ASPECT_ECCN,
    ASPECT_EXCEPTION,
    ASPECT_IMPORT,
    ASPECT_CONDITIONS,
    ASPECT_GROUNDS, /* the provisions it rests on, what is missing, or a leg that does not decide */
    ASPECT_COUNT
};

/* Bit set of 1u << aspect; empty exactly where decision_equal. The two may be of different data versions. */
unsigned verdict_differences(const struct decision *a, const struct decision *b);
