#pragma once
/* The closed list of errors, api/problem.def. */

#include <stddef.h>

enum problem {
    PROBLEM_NONE,
#define PROBLEM(name, status, title, mend) PROBLEM_##name,
#include "api/problem.def"
#undef PROBLEM
    PROBLEM_COUNT
};

struct problem_info {
    const char *name; /* "UNKNOWN_CHIP" */
    unsigned status;
    const char *title;
    const char *mend;
};

/* Indexed by enum problem; the texts of PROBLEM_NONE are empty. */
extern const struct problem_info problems[PROBLEM_COUNT];

#define PROBLEM_CODE_SIZE 32
/* The name as the API writes it: "unknown_chip". */
void problem_code(enum problem problem, char code[static PROBLEM_CODE_SIZE]);
