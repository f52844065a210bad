/* Rulings add their state on the day; a single one also what it catches, what changed it and what was said of
 * it. */
#include "api/member.h"
#include "api/shapes.h"
#include "rules/history.h"

#include <stdlib.h>
#include <string.h>

static bool derive(struct json_out *out, const char *path, const struct document *document,
                   const struct context *context, const void *extra)
{
    const struct date *day = extra;
    const struct ruling *ruling = rules_find_ruling(context->rules, document->id);
    if (!ruling || strcmp(path, "state") != 0)
        return false;
    json_out_text(out, ruling_state_word(ruling_state(context->rules, ruling, *day)));
    return true;
}

static void write_caught(struct json_out *out, const struct context *context, const unsigned char *caught,
                         enum truth wanted)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < context->rules->chip_count; i++) {
        const struct chip *chip = &context->rules->chips[i];
        if (caught[i] != wanted)
            continue;
        json_out_begin_object(out);
        member_text(out, "id", chip->id);
        member_text(out, "name", chip->name);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

/* Each chip is judged once for both lists. */
static void write_chips(struct json_out *out, const struct ruling *ruling, const struct context *context,
                        struct date day)
{
    const struct rules *rules = context->rules;
    unsigned char *caught = malloc(rules->chip_count + 1);
    if (!caught) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < rules->chip_count; i++)
        caught[i] = (unsigned char)ruling_catches(rules, ruling, &rules->chips[i], day, context->scratch);
    json_out_key(out, "chips_caught");
    write_caught(out, context, caught, TRUTH_YES);
    json_out_key(out, "chips_perhaps_caught");
    write_caught(out, context, caught, TRUTH_UNKNOWN);
    free(caught);
}

struct members {
    struct json_out *out;
    const char *const *names;
};

static bool write_reference(const struct document *document, void *context)
{
    const struct members *members = context;
    json_out_begin_object(members->out);
    for (const char *const *name = members->names; *name; name++) {
        struct json_slice value;
        if (!json_slice_find(document->body, *name, &value))
            continue;
        json_out_key(members->out, *name);
        json_out_raw(members->out, value.text, value.size);
    }
    json_out_end_object(members->out);
    return true;
}

#define REFERRING_MAX 200

/* The documents of a kind whose multi-valued field names this id. A failing read leaves what was found and is
 * logged by the store. */
static void write_referring(struct json_out *out, const struct context *context, enum kind kind,
                            const char *field, const char *id)
{
    static const char *const titled[] = {"id", "title", NULL};
    static const char *const dated[] = {"id", "date", "headline", NULL};
    const struct naming_query query = {
        .kind = kind, .field = field, .id = id, .at = context->at, .limit = REFERRING_MAX};
    struct members members = {out, kind == KIND_EVENT ? dated : titled};
    json_out_begin_array(out);
    out->failed |= !catalogue_naming(context->store, &query, write_reference, &members);
    json_out_end_array(out);
}

static void more(struct json_out *out, const struct document *document, const struct context *context,
                 const void *extra)
{
    const struct date *day = extra;
    const struct ruling *ruling = rules_find_ruling(context->rules, document->id);
    write_chips(out, ruling, context, *day);
    json_out_key(out, "events");
    write_referring(out, context, KIND_EVENT, "rulings", document->id);
    json_out_key(out, "amended_by");
    write_referring(out, context, KIND_RULING, "amends", document->id);
    json_out_key(out, "superseded_by");
    write_referring(out, context, KIND_RULING, "supersedes", document->id);
    json_out_key(out, "suspended_by");
    write_referring(out, context, KIND_RULING, "suspends", document->id);
}

struct shape shape_of_rulings(const struct date *day)
{
    struct shape shape = shape_of(KIND_RULING);
    shape.derive = derive;
    shape.more = more;
    shape.extra = day;
    return shape;
}
