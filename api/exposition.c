#include "api/exposition.h"

#include <stdio.h>

static void add(struct json_out *out, const char *text)
{
    json_out_bytes(out, text, strlen(text));
}

void exposition_family(struct json_out *out, const char *name, const char *type, const char *help)
{
    const char *const parts[] = {"# HELP ", name, " ", help, "\n# TYPE ", name, " ", type, "\n"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        add(out, parts[i]);
}

static void add_number(struct json_out *out, double number)
{
    char text[JSON_NUMBER_SIZE];
    json_out_bytes(out, text, json_out_format_number(number, text));
}

/* Of two sets of labels, either of which may be missing. */
static void add_sample(struct json_out *out, const char *name, const char *labels, const char *more,
                       double value)
{
    add(out, name);
    if (labels || more) {
        add(out, "{");
        add(out, labels ? labels : "");
        add(out, labels && more ? "," : "");
        add(out, more ? more : "");
        add(out, "}");
    }
    add(out, " ");
    add_number(out, value);
    add(out, "\n");
}

void exposition_sample(struct json_out *out, const char *name, const char *labels, double value)
{
    add_sample(out, name, labels, NULL, value);
}

void exposition_single(struct json_out *out, const char *name, const char *type, const char *help,
                       double value)
{
    exposition_family(out, name, type, help);
    exposition_sample(out, name, NULL, value);
}

void exposition_histogram(struct json_out *out, const char *name, const char *labels,
                          const uint64_t counts[static METER_BOUNDS + 1], uint64_t sum_us)
{
    char part[80];
    char bound[JSON_NUMBER_SIZE + sizeof "le=\"\""];
    char number[JSON_NUMBER_SIZE];
    uint64_t total = 0;
    snprintf(part, sizeof part, "%s_bucket", name);
    for (size_t i = 0; i <= METER_BOUNDS; i++) {
        const size_t size = i < METER_BOUNDS ? json_out_format_number(meter_bounds_us[i] / 1e6, number) : 0;
        snprintf(bound, sizeof bound, "le=\"%.*s\"", size ? (int)size : 4, size ? number : "+Inf");
        total += counts[i];
        add_sample(out, part, labels, bound, (double)total);
    }
    snprintf(part, sizeof part, "%s_sum", name);
    add_sample(out, part, labels, NULL, (double)sum_us / 1e6);
    snprintf(part, sizeof part, "%s_count", name);
    add_sample(out, part, labels, NULL, (double)total);
}
