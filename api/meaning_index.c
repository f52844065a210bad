/* What will stand once a change set is recorded: the head, with the change set laid over it. */

#include "api/meaning.h"

#include "db/references.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_SIZE 256

static void write_key(char key[static KEY_SIZE], enum kind kind, const char *id)
{
    snprintf(key, KEY_SIZE, "%s %.200s", kinds[kind].name, id);
}

static bool add_provisions(struct meaning *meaning, const json_t *ruling)
{
    const json_t *provisions = json_object_get(ruling, "provisions");
    for (size_t i = 0; i < json_array_size(provisions); i++) {
        const char *id = json_string_value(json_object_get(json_array_get(provisions, i), "id"));
        if (id && json_object_set_new(meaning->provisions, id, json_true()) != 0)
            return false;
    }
    return true;
}

static bool add_product(struct meaning *meaning, const json_t *chip)
{
    const char *product = json_string_value(json_object_get(chip, "product"));
    if (!product)
        return true;
    const json_int_t before = json_integer_value(json_object_get(meaning->products, product));
    return json_object_set_new(meaning->products, product, json_integer(before + 1)) == 0;
}

static bool add_change(struct meaning *meaning, size_t i)
{
    const struct change *change = &meaning->changes[i];
    char key[KEY_SIZE];
    write_key(key, change->kind, change->id);
    if (json_object_get(meaning->index, key)) {
        faults_add(meaning->faults, meaning->pointers[i],
                   "%s %s is named twice in one change set: say once what it becomes",
                   kinds[change->kind].name, change->id);
        return true;
    }
    if (json_object_set_new(meaning->index, key, json_integer((json_int_t)i)) != 0)
        return false;
    if (change->op == CHANGE_DELETE)
        return true;
    if (change->kind == KIND_CHIP)
        return add_product(meaning, change->document);
    return change->kind != KIND_RULING || add_provisions(meaning, change->document);
}

bool meaning_index(struct meaning *meaning)
{
    json_t **const maps[] = {&meaning->index, &meaning->products, &meaning->provisions, &meaning->names,
                             &meaning->defaults};
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++) {
        *maps[i] = json_object();
        if (!*maps[i])
            return false;
    }
    for (size_t i = 0; i < meaning->count; i++) {
        if (!add_change(meaning, i))
            return false;
    }
    return true;
}

void meaning_index_done(struct meaning *meaning)
{
    json_decref(meaning->index);
    json_decref(meaning->products);
    json_decref(meaning->provisions);
    json_decref(meaning->names);
    json_decref(meaning->defaults);
}

const struct change *meaning_change_of(const struct meaning *meaning, enum kind kind, const char *id)
{
    char key[KEY_SIZE];
    write_key(key, kind, id);
    const json_t *place = json_object_get(meaning->index, key);
    return place ? &meaning->changes[json_integer_value(place)] : NULL;
}

bool meaning_stands(struct meaning *meaning, enum kind kind, const char *id)
{
    const struct change *change = meaning_change_of(meaning, kind, id);
    if (change)
        return change->op == CHANGE_PUT;
    int64_t gone_since;
    const enum find_outcome found =
        catalogue_find(meaning->store, kind, id, meaning->at, NULL, NULL, &gone_since);
    if (found == FIND_FAILED)
        meaning->failed = true;
    return found == FIND_FOUND;
}

struct untouched {
    struct meaning *meaning;
    enum kind kind;
    bool found;
};

/* A holder that the change set does not concern goes on holding. */
static bool note_untouched(const char *id, void *context)
{
    struct untouched *untouched = context;
    untouched->found = !meaning_change_of(untouched->meaning, untouched->kind, id);
    return !untouched->found;
}

static bool is_held(struct meaning *meaning, enum kind kind, const char *field, const char *value)
{
    struct untouched untouched = {meaning, kind, false};
    if (!references_holders(meaning->store, meaning->at, kind, field, value, note_untouched, &untouched))
        meaning->failed = true;
    return untouched.found;
}

bool meaning_product_stands(struct meaning *meaning, const char *product)
{
    return json_object_get(meaning->products, product) || is_held(meaning, KIND_CHIP, "product", product);
}

bool meaning_provision_stands(struct meaning *meaning, const char *provision)
{
    return json_object_get(meaning->provisions, provision) ||
           is_held(meaning, KIND_RULING, "provisions", provision);
}

struct member {
    const char *path;
    char *text;
};

static bool copy_member(const struct document *document, void *context)
{
    struct member *member = context;
    struct json_slice value;
    if (!json_slice_find(document->body, member->path, &value))
        return false;
    const bool is_text = value.size && value.text[0] == '"';
    member->text = is_text ? json_slice_text(value) : strndup(value.text, value.size);
    return false;
}

char *meaning_member_before(struct meaning *meaning, enum kind kind, const char *id, const char *path)
{
    struct member member = {path, NULL};
    int64_t gone_since;
    if (catalogue_find(meaning->store, kind, id, meaning->at, copy_member, &member, &gone_since) ==
        FIND_FAILED)
        meaning->failed = true;
    return member.text;
}
