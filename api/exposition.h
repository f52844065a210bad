#pragma once
/* Prometheus' text format, version 0.0.4. Names, labels and help are our own constants: nothing needs
 * escaping. */

#include "api/meter.h"
#include "db/json_out.h"

#define EXPOSITION_TYPE "text/plain; version=0.0.4; charset=utf-8"

/* HELP and TYPE, before the samples of that name. */
void exposition_family(struct json_out *out, const char *name, const char *type, const char *help);
/* `labels` as they stand between the braces; NULL: none. */
void exposition_sample(struct json_out *out, const char *name, const char *labels, double value);
/* Both for a family of one sample. */
void exposition_single(struct json_out *out, const char *name, const char *type, const char *help,
                       double value);
/* The samples of a histogram of seconds; NULL labels: none. */
void exposition_histogram(struct json_out *out, const char *name, const char *labels,
                          const uint64_t counts[static METER_BOUNDS + 1], uint64_t sum_us);
