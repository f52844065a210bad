/* Cuts a stored document down to what is compiled of it. */

#include "db/excerpt.h"

#include <string.h>

/* A member that is kept: as it stands, or of the object in it, or of each object in its list, only some. */
struct kept {
    const char *name; /* NULL: the end */
    const struct kept *inside;
};

static const struct kept bandwidth[] = {{"bandwidth_gb_s", NULL}, {NULL, NULL}};
static const struct kept group_membership[] = {
    {"group", NULL}, {"from", NULL}, {"until", NULL}, {NULL, NULL}};
static const struct kept treatment[] = {{"code", NULL}, {"from", NULL}, {"until", NULL}, {NULL, NULL}};

static const struct kept chip[] = {{"id", NULL},
                                   {"product", NULL},
                                   {"name", NULL},
                                   {"aliases", NULL},
                                   {"default_variant", NULL},
                                   {"peak_tops", NULL},
                                   {"die_area_mm2", NULL},
                                   {"package_count", NULL},
                                   {"memory", bandwidth},
                                   {"interconnect", bandwidth},
                                   {"memory_bandwidth_density", NULL},
                                   {"process_node_nm", NULL},
                                   {"vendor", NULL},
                                   {"kind", NULL},
                                   {"segment", NULL},
                                   {NULL, NULL}};

static const struct kept destination[] = {{"code", NULL},
                                          {"name", NULL},
                                          {"alpha3", NULL},
                                          {"numeric", NULL},
                                          {"aliases", NULL},
                                          {"groups", group_membership},
                                          {"treated_as", treatment},
                                          {NULL, NULL}};

static const struct kept ruling[] = {{"id", NULL},
                                     {"jurisdiction", NULL},
                                     {"title", NULL},
                                     {"standing", NULL},
                                     {"effective_from", NULL},
                                     {"effective_until", NULL},
                                     {"announced_on", NULL},
                                     {"verified_through", NULL},
                                     {"provisions", NULL},
                                     {NULL, NULL}};

static const struct kept *const kept_of[KIND_COUNT] = {
    [KIND_CHIP] = chip, [KIND_DESTINATION] = destination, [KIND_RULING] = ruling};

static const struct kept *find(const struct kept *kept, struct json_slice name)
{
    for (; kept->name; kept++) {
        if (strlen(kept->name) == name.size && memcmp(kept->name, name.text, name.size) == 0)
            return kept;
    }
    return NULL;
}

/* `at` is where stepping through the container came to its end. */
static bool is_whole(struct json_slice container, size_t at, char end)
{
    return container.size >= 2 && container.text[container.size - 1] == end &&
           (at + 1 == container.size || (at == 0 && container.size == 2));
}

static bool write_object(struct json_out *out, struct json_slice object, const struct kept *kept);

static bool write_list(struct json_out *out, struct json_slice list, const struct kept *kept)
{
    struct json_slice none, item;
    size_t at = 0;
    bool whole = true;
    json_out_begin_array(out);
    while (whole && json_slice_next(list, &at, &none, &item))
        whole = write_object(out, item, kept);
    json_out_end_array(out);
    return whole && is_whole(list, at, ']');
}

static bool write_value(struct json_out *out, struct json_slice value, const struct kept *inside)
{
    const char first = value.size > 0 ? *value.text : '\0';
    if (inside && first == '{')
        return write_object(out, value, inside);
    if (inside && first == '[')
        return write_list(out, value, inside);
    json_out_raw(out, value.text, value.size);
    return true;
}

static bool write_object(struct json_out *out, struct json_slice object, const struct kept *kept)
{
    struct json_slice name, value;
    size_t at = 0;
    bool whole = object.size > 0 && *object.text == '{';
    json_out_begin_object(out);
    while (whole && json_slice_next(object, &at, &name, &value)) {
        const struct kept *member = find(kept, name);
        if (!member)
            continue;
        json_out_key(out, member->name);
        whole = write_value(out, value, member->inside);
    }
    json_out_end_object(out);
    return whole && is_whole(object, at, '}');
}

bool excerpt_write(struct json_out *out, enum kind kind, struct json_slice document)
{
    return write_object(out, document, kept_of[kind]) && !out->failed;
}
