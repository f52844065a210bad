/* Writes an entry of api/problem.def. */
#include "api/shape_problem.h"

#include "api/member.h"

#include <stdio.h>

void shape_problem(struct json_out *out, enum problem problem)
{
    char code[PROBLEM_CODE_SIZE];
    problem_code(problem, code);
    char type[sizeof "/problems/" + PROBLEM_CODE_SIZE];
    snprintf(type, sizeof type, "/problems/%s", code);
    json_out_begin_object(out);
    member_text(out, "type", type);
    member_text(out, "code", code);
    member_integer(out, "status", problems[problem].status);
    member_text(out, "title", problems[problem].title);
    member_text(out, "mend", problems[problem].mend);
    json_out_end_object(out);
}
