/* Bodies are compared as canonical text: equal documents have equal bytes. */
#include "api/version.h"

#include "db/catalogue.h"
#include "db/json_out.h"
#include "db/report.h"

#include <stdlib.h>
#include <string.h>

static bool copy_version(const struct document *document, void *context)
{
    struct version *version = context;
    version->body = strndup(document->body.text, document->body.size);
    version->revision = document->revision;
    return false;
}

bool version_load(struct store *store, enum kind kind, const char *id, int64_t at, struct version *version)
{
    struct version found = {0};
    const enum find_outcome outcome =
        catalogue_find(store, kind, id, at, copy_version, &found, &found.revision);
    if (outcome == FIND_FAILED)
        return false;
    if (outcome == FIND_FOUND && !found.body) {
        report_error("memory is short for %s %s", kinds[kind].name, id);
        return false;
    }
    *version = found;
    return true;
}

void version_done(struct version *version)
{
    free(version->body);
    *version = (struct version){0};
}

bool version_text(const json_t *document, char **text)
{
    struct json_out out = {0};
    if (!document) {
        *text = NULL;
        return true;
    }
    json_out_value(&out, document);
    if (!json_out_finish(&out)) {
        json_out_done(&out);
        report_error("memory is short for comparing documents");
        return false;
    }
    *text = out.text;
    return true;
}

bool version_equal(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool find_member(struct json_slice object, struct json_slice name, struct json_slice *value)
{
    struct json_slice key;
    for (size_t at = 0; json_slice_next(object, &at, &key, value);) {
        if (key.size == name.size && memcmp(key.text, name.text, name.size) == 0)
            return true;
    }
    return false;
}

/* The members of `object` that `other` lacks, or also those that it has differently. Returns how many were
 * written, those `before` included. */
static size_t write_members(FILE *to, struct json_slice object, struct json_slice other, bool only_lacking,
                            size_t before)
{
    struct json_slice key, value, match;
    size_t count = before;
    for (size_t at = 0; json_slice_next(object, &at, &key, &value);) {
        const bool there = find_member(other, key, &match);
        const bool same =
            there && match.size == value.size && memcmp(match.text, value.text, value.size) == 0;
        if (only_lacking ? !there : !same)
            fprintf(to, "%s%.*s", count++ > 0 ? ", " : "", (int)key.size, key.text);
    }
    return count;
}

void version_write_difference(FILE *to, const char *a, const char *b)
{
    const struct json_slice first = {a, strlen(a)}, second = {b, strlen(b)};
    const size_t count = write_members(to, first, second, false, 0);
    write_members(to, second, first, true, count);
}
