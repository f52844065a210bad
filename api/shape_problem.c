/* Writes an entry of api/problem.def. */
#include "api/shape_problem.h"

#include <stdio.h>

void shape_problem(struct json_out *out, enum problem problem)
{
    char code[PROBLEM_CODE_SIZE];
    problem_code(problem, code);
    char type[sizeof "/problems/" + PROBLEM_CODE_SIZE];
    snprintf(type, sizeof type, "/problems/%s", code);
    json_out_begin_object(out);
    json_out_key(out, "type");
    json_out_text(out, type);
    json_out_key(out, "code");
    json_out_text(out, code);
    json_out_key(out, "status");
    json_out_integer(out, problems[problem].status);
    json_out_key(out, "title");
    json_out_text(out, problems[problem].title);
    json_out_key(out, "mend");
    json_out_text(out, problems[problem].mend);
    json_out_end_object(out);
}
