/* The meaning of a change set: what no schema can say of one document, and what documents say of each other.
 */

#include "api/meaning.h"

#include "db/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID_SIZE_MAX 96

struct place_in place_member(const struct place_in *place, const char *name)
{
    struct place_in member = *place;
    const size_t size = strlen(member.pointer);
    const size_t added = strlen(name);
    if (size + added + 2 <= sizeof member.pointer) {
        member.pointer[size] = '/';
        memcpy(member.pointer + size + 1, name, added + 1);
    }
    return member;
}

struct place_in place_item(const struct place_in *place, size_t index)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", index);
    return place_member(place, number);
}

void place_visit(const struct place_in *place, const json_t *value, const char *path, place_fn *each,
                 void *context)
{
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++) {
            const struct place_in item = place_item(place, i);
            place_visit(&item, json_array_get(value, i), path, each, context);
        }
        return;
    }
    if (*path == '\0') {
        if (json_is_string(value))
            each(place, json_string_value(value), context);
        return;
    }
    char name[64];
    const size_t size = strcspn(path, ".");
    memcpy(name, path, size < sizeof name ? size : sizeof name - 1);
    name[size < sizeof name ? size : sizeof name - 1] = '\0';
    const json_t *next = json_object_get(value, name);
    if (!next)
        return;
    const struct place_in member = place_member(place, name);
    place_visit(&member, next, path[size] ? path + size + 1 : path + size, each, context);
}

/* Lower case words and numbers joined by single hyphens. */
static bool is_slug(const char *id)
{
    bool gap = true;
    for (const char *at = id; *at; at++) {
        const bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (!plain && (*at != '-' || gap))
            return false;
        gap = !plain;
    }
    return !gap && strlen(id) <= ID_SIZE_MAX;
}

static bool is_code(const char *id)
{
    return strlen(id) == 2 && strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2;
}

/* As the EAR writes them: "A:5", and names of ours such as "EU". */
static bool is_group(const char *id)
{
    const size_t letters = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (letters == 0 || letters > 16)
        return false;
    const char *rest = id + letters;
    return *rest == '\0' || (*rest == ':' && strspn(rest + 1, "0123456789") == strlen(rest + 1) &&
                             strlen(rest) > 1 && strlen(rest) <= 3);
}

static void check_id(const struct place_in *place)
{
    const struct change *change = place->change;
    const char *key = kinds[change->kind].id_key;
    const char *own = json_string_value(json_object_get(change->document, key));
    const struct place_in member = place_member(place, key);
    if (!own || strcmp(own, change->id) != 0)
        PLACE_FAULT(&member, "this should be '%s', the document that is written", change->id);
    if (change->kind == KIND_DESTINATION) {
        if (!is_code(change->id))
            PLACE_FAULT(&member, "'%.120s' is not a code of two capital letters", change->id);
    } else if (change->kind == KIND_GROUP) {
        if (!is_group(change->id))
            PLACE_FAULT(&member,
                        "'%.120s' is not a country group: capital letters, or with a number as in A:5",
                        change->id);
    } else if (!is_slug(change->id)) {
        PLACE_FAULT(
            &member,
            "'%.120s' is not an id: lower-case letters and digits joined by single hyphens, at most %d",
            change->id, ID_SIZE_MAX);
    }
}

static void check_memberships(const struct place_in *place, const char *key)
{
    const json_t *list = json_object_get(place->change->document, key);
    const struct place_in member = place_member(place, key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const struct place_in item = place_item(&member, i);
        meaning_check_interval(&item, json_array_get(list, i), "from", "until");
    }
}

static void check_doubts(const struct place_in *place)
{
    const json_t *doubts = json_object_get(place->change->document, "doubts");
    const struct place_in member = place_member(place, "doubts");
    for (size_t i = 0; i < json_array_size(doubts); i++) {
        const struct place_in item = place_item(&member, i);
        const struct place_in about = place_member(&item, "about");
        meaning_check_interval(&about, json_object_get(json_array_get(doubts, i), "about"), "from", "until");
    }
}

static void check_put(const struct place_in *place)
{
    check_id(place);
    meaning_check_names(place);
    meaning_check_references(place);
    if (place->change->kind == KIND_RULING)
        meaning_check_ruling(place);
    if (place->change->kind == KIND_EVENT)
        meaning_check_day(place, place->change->document, "date");
    if (place->change->kind == KIND_DATASET)
        check_doubts(place);
    if (place->change->kind == KIND_DESTINATION) {
        check_memberships(place, "groups");
        check_memberships(place, "treated_as");
    }
}

static char **own_pointers(size_t count)
{
    char **pointers = calloc(count + 1, sizeof *pointers);
    for (size_t i = 0; pointers && i < count; i++) {
        if (asprintf(&pointers[i], "/%zu", i) >= 0)
            continue;
        while (i > 0)
            free(pointers[--i]);
        free(pointers);
        return NULL;
    }
    return pointers;
}

static struct place_in place_of(struct meaning *meaning, size_t change)
{
    struct place_in place = {.meaning = meaning, .change = &meaning->changes[change]};
    snprintf(place.pointer, sizeof place.pointer, "%s", meaning->pointers[change]);
    return place;
}

static void check_all(struct meaning *meaning)
{
    meaning->failed = meaning->at < 0 || !meaning_index(meaning);
    for (size_t i = 0; !meaning->failed && i < meaning->count; i++) {
        const struct place_in place = place_of(meaning, i);
        if (place.change->op == CHANGE_PUT)
            check_put(&place);
        if (!meaning->supposed)
            meaning_check_vanishing(&place);
    }
    for (size_t i = 0; !meaning->failed && i < meaning->count; i++) {
        const struct place_in place = place_of(meaning, i);
        meaning_check_defaults(&place);
    }
    meaning_index_done(meaning);
    json_decref(meaning->fields);
}

/* Of `meaning` all that is given is set. */
static bool check(struct meaning *meaning)
{
    const size_t count = meaning->count;
    char **own = meaning->pointers ? NULL : own_pointers(count);
    if (!meaning->pointers && !own) {
        report_error("memory is short for checking a change set");
        return false;
    }
    if (own)
        meaning->pointers = (const char *const *)own;
    check_all(meaning);
    for (size_t i = 0; own && i < count; i++)
        free(own[i]);
    free(own);
    return !meaning->failed && !meaning->faults->short_of_memory;
}

bool document_check_meaning(struct store *store, const struct change *changes, size_t count,
                            const char *const *pointers, struct faults *faults)
{
    struct meaning meaning = {.store = store,
                              .changes = changes,
                              .count = count,
                              .pointers = pointers,
                              .faults = faults,
                              .at = store_head(store)};
    return check(&meaning);
}

bool document_check_supposed(struct store *store, int64_t at, const struct change *changes, size_t count,
                             const char *const *pointers, struct faults *faults)
{
    struct meaning meaning = {.store = store,
                              .changes = changes,
                              .count = count,
                              .pointers = pointers,
                              .faults = faults,
                              .at = at,
                              .supposed = true};
    return check(&meaning);
}
