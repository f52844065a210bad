/* The table behind api/problem.def. */
#include "api/problem.h"

#include <ctype.h>

const struct problem_info problems[PROBLEM_COUNT] = {
    [PROBLEM_NONE] = {"", 0, "", ""},
#define PROBLEM(name, status, title, mend) [PROBLEM_##name] = {#name, status, title, mend},
#include "api/problem.def"
#undef PROBLEM
};

void problem_code(enum problem problem, char code[static PROBLEM_CODE_SIZE])
{
    const char *name = problems[problem].name;
    size_t i = 0;
    for (; name[i] && i + 1 < PROBLEM_CODE_SIZE; i++)
        code[i] = (char)tolower((unsigned char)name[i]);
    code[i] = '\0';
}
