#pragma once
/* An error code with its meaning, as JSON. */

#include "api/problem.h"
#include "db/json_out.h"

void shape_problem(struct json_out *out, enum problem problem);
