/* Reads and writes hypothetical specifications. */
#include "api/supposed.h"

#include "api/member.h"
#include "api/pointer.h"
#include "api/resolve.h"
#include "api/shapes.h"
#include "db/documents.h"
#include "rules/metrics.h"
#include "rules/words.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct deciding_member {
    const char *path;
    size_t offset; /* in struct specification */
    bool is_text;
};

#define NUMBER(path, member)                                                                                 \
    {                                                                                                        \
        path, offsetof(struct specification, member), false                                                  \
    }
#define TEXT(path, member)                                                                                   \
    {                                                                                                        \
        path, offsetof(struct specification, member), true                                                   \
    }
#define TOPS(word, precision) NUMBER("peak_tops." word, peak_tops[precision])

/* What decides of a specification, by its path in a chip document. */
static const struct deciding_member members[] = {
    TEXT("vendor", vendor),
    TEXT("kind", kind),
    TEXT("segment", segment),
    TOPS("fp64", PRECISION_FP64),
    TOPS("fp32", PRECISION_FP32),
    TOPS("tf32", PRECISION_TF32),
    TOPS("fp16", PRECISION_FP16),
    TOPS("bf16", PRECISION_BF16),
    TOPS("fp8", PRECISION_FP8),
    TOPS("int8", PRECISION_INT8),
    TOPS("fp6", PRECISION_FP6),
    TOPS("fp4", PRECISION_FP4),
    TOPS("int4", PRECISION_INT4),
    NUMBER("memory.bandwidth_gb_s", memory_bandwidth_gb_s),
    NUMBER("memory_bandwidth_density", memory_bandwidth_density),
    NUMBER("interconnect.bandwidth_gb_s", interconnect_gb_s),
    NUMBER("process_node_nm", process_node_nm),
    NUMBER("die_area_mm2", die_area_mm2),
    NUMBER("package_count", package_count),
};
#define MEMBER_COUNT (sizeof members / sizeof members[0])
_Static_assert(MEMBER_COUNT <= 32, "a set of members is 32 bits");

/* Whether it is given, be it as null. */
static bool is_given(const json_t *specification, const char *path)
{
    const size_t size = strcspn(path, ".");
    const json_t *member = json_object_getn(specification, path, size);
    return path[size] ? json_object_get(member, path + size + 1) != NULL : member != NULL;
}

/* False when the recorded chip does not have it either. */
static bool take(struct specification *to, const struct specification *from,
                 const struct deciding_member *member)
{
    void *place = (char *)to + member->offset;
    const void *source = (const char *)from + member->offset;
    if (member->is_text) {
        const char *const *text = source;
        const char **taken = place;
        *taken = *text;
        return *text != NULL;
    }
    const double *number = source;
    double *taken = place;
    *taken = *number;
    return !isnan(*number);
}

static void take_absent(struct supposed *supposed, const json_t *specification)
{
    for (size_t i = 0; i < MEMBER_COUNT; i++) {
        if (!is_given(specification, members[i].path) &&
            take(&supposed->chip.specification, &supposed->like.chip->specification, &members[i]))
            supposed->taken |= UINT32_C(1) << i;
    }
}

enum problem supposed_read(const struct context *context, const json_t *specification, const char *pointer,
                           struct supposed *supposed, struct reply *reply)
{
    *supposed = (struct supposed){
        .chip = documents_chip(specification),
        .like_text = json_string_value(json_object_get(specification, "like")),
    };
    if (supposed->like_text) {
        char at[POINTER_SIZE];
        pointer_join(pointer, "like", at);
        const enum problem problem = resolve_chip(context, at, supposed->like_text, &supposed->like, reply);
        if (problem != PROBLEM_NONE)
            return problem;
        take_absent(supposed, specification);
    } else if (!is_given(specification, "package_count")) {
        supposed->chip.specification.package_count = 1;
        supposed->one_package = true;
    }
    metrics_derive(&supposed->chip);
    return PROBLEM_NONE;
}

static void write_bandwidth(struct json_out *out, const char *key, double bandwidth_gb_s)
{
    json_out_key(out, key);
    json_out_begin_object(out);
    member_number(out, "bandwidth_gb_s", bandwidth_gb_s);
    json_out_end_object(out);
}

void shape_supposed(struct json_out *out, const struct supposed *supposed)
{
    const struct specification *of = &supposed->chip.specification;
    json_out_begin_object(out);
    member_text(out, "name", supposed->chip.name);
    member_text(out, "like", supposed->like_text ? supposed->like.chip->id : NULL);
    member_text(out, "vendor", of->vendor);
    member_text(out, "kind", of->kind);
    member_text(out, "segment", of->segment);
    json_out_key(out, "metrics");
    shape_metrics(out, &supposed->chip);
    json_out_key(out, "peak_tops");
    json_out_begin_object(out);
    for (unsigned i = 0; i < PRECISION_COUNT; i++)
        member_number(out, precision_word((enum precision)i), of->peak_tops[i]);
    json_out_end_object(out);
    write_bandwidth(out, "memory", of->memory_bandwidth_gb_s);
    member_number(out, "memory_bandwidth_density", of->memory_bandwidth_density);
    write_bandwidth(out, "interconnect", of->interconnect_gb_s);
    member_number(out, "process_node_nm", of->process_node_nm);
    member_number(out, "die_area_mm2", of->die_area_mm2);
    member_number(out, "package_count", of->package_count);
    json_out_end_object(out);
}

void supposed_list_taken(const struct supposed *supposed, char text[static SUPPOSED_TAKEN_SIZE])
{
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < MEMBER_COUNT; i++) {
        if (!(supposed->taken & UINT32_C(1) << i))
            continue;
        const int size =
            snprintf(text + used, SUPPOSED_TAKEN_SIZE - used, "%s%s", used ? ", " : "", members[i].path);
        used += (size_t)size;
    }
}
