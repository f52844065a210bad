#include "db/feed.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void feed_format_id(int64_t seq, size_t position, char id[static FEED_ID_SIZE])
{
    snprintf(id, FEED_ID_SIZE, "%019" PRId64 "-%09zu", seq, position);
}

struct member {
    bool is_there;
    struct json_slice key;
    struct json_slice value;
};

static void advance(struct json_slice document, size_t *at, struct member *member)
{
    member->is_there = json_slice_next(document, at, &member->key, &member->value);
}

static int compare_slices(struct json_slice a, struct json_slice b)
{
    const int order = memcmp(a.text, b.text, a.size < b.size ? a.size : b.size);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

/* Which of two members comes first; one that is not there comes last. */
static int compare_keys(const struct member *a, const struct member *b)
{
    if (!a->is_there || !b->is_there)
        return b->is_there - a->is_there;
    return compare_slices(a->key, b->key);
}

/* The names of the members that differ, or NULL. Both documents are canonical: sorted keys, which are plain
 * words, and equal values have equal bytes. */
static json_t *list_changed(struct json_slice before, struct json_slice after)
{
    json_t *names = json_array();
    struct member old, new;
    size_t old_at = 0, new_at = 0;
    advance(before, &old_at, &old);
    advance(after, &new_at, &new);
    while (names && (old.is_there || new.is_there)) {
        const int order = compare_keys(&old, &new);
        const struct json_slice key = order <= 0 ? old.key : new.key;
        const bool differs = order != 0 || compare_slices(old.value, new.value) != 0;
        if (differs && json_array_append_new(names, json_stringn(key.text, key.size)) != 0) {
            json_decref(names);
            return NULL;
        }
        if (order <= 0)
            advance(before, &old_at, &old);
        if (order >= 0)
            advance(after, &new_at, &new);
    }
    return names;
}

static const char *op_of(const struct projected_change *change, const struct standing_version *standing)
{
    if (!change->document)
        return "deleted";
    return standing->body.size > 0 ? "replaced" : "created";
}

json_t *feed_describe(const struct revision *revision, const struct projected_change *change,
                      const struct standing_version *standing)
{
    const bool is_replaced = change->document && standing->body.size > 0;
    json_t *changed =
        is_replaced ? list_changed(standing->body, (struct json_slice){change->body, strlen(change->body)})
                    : json_array();
    json_t *previous = standing->since > 0 ? json_integer(standing->since) : json_null();
    return json_pack("{s:s,s:o,s:s,s:s,s:s,s:s,s:o,s:s,s:I}", "actor", revision->actor, "changed", changed,
                     "id", change->id, "kind", kinds[change->kind].name, "note", revision->note, "op",
                     op_of(change, standing), "previous", previous, "recorded_at", revision->recorded_at,
                     "seq", (json_int_t)revision->seq);
}
