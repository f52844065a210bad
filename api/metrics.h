#pragma once
/* The families of GET /metrics that are summed over all loops. */

#include "api/context.h"
#include "db/json_out.h"

/* By route and method: counts, durations, bytes; by code: problems. A HEAD counts as the GET that it stands
 * for. */
void metrics_write_requests(struct json_out *out, struct meters *meters);
void metrics_write_connections(struct json_out *out, struct meters *meters);
/* What is done beside the loops: data versions compiled, changes written, files screened. */
void metrics_write_work(struct json_out *out, const struct context *context);
/* The sum of a cell over all loops. */
uint64_t metrics_sum(struct meters *meters, enum meter_cell cell);
