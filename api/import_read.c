#include "api/import_read.h"

#include "db/json_read.h"
#include "db/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 32
#define WHERE_SIZE 1024

void import_batch_done(struct import_batch *batch)
{
    for (size_t i = 0; i < batch->root_count; i++)
        json_decref(batch->roots[i]);
    for (size_t i = 0; i < batch->count; i++)
        free(batch->pointers[i]);
    free(batch->roots);
    free(batch->changes);
    free(batch->pointers);
    *batch = (struct import_batch){0};
}

size_t import_print_faults(struct faults *faults)
{
    const size_t total = faults->total;
    for (size_t i = 0; i < faults->count; i++)
        fprintf(stderr, "%s: %s\n", faults->items[i].pointer, faults->items[i].detail);
    if (total > faults->count)
        fprintf(stderr, "and %zu more\n", total - faults->count);
    faults_done(faults);
    return total;
}

void import_fault(struct import_batch *batch, const char *where, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", where);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    batch->faults++;
}

bool import_fail(struct import_batch *batch)
{
    if (!batch->failed)
        report_error("memory is short for the import");
    batch->failed = true;
    return false;
}

static bool make_room(struct import_batch *batch)
{
    if (batch->count < batch->capacity)
        return true;
    const size_t capacity = batch->capacity ? 2 * batch->capacity : 256;
    struct change *changes = realloc(batch->changes, capacity * sizeof *changes);
    if (changes)
        batch->changes = changes;
    char **pointers = changes ? realloc(batch->pointers, capacity * sizeof *pointers) : NULL;
    if (!pointers)
        return import_fail(batch);
    batch->pointers = pointers;
    batch->capacity = capacity;
    return true;
}

/* Takes the pointer over. */
static void add_change(struct import_batch *batch, struct change change, char *pointer)
{
    if (!make_room(batch)) {
        free(pointer);
        return;
    }
    batch->changes[batch->count] = change;
    batch->pointers[batch->count++] = pointer;
}

static void add_put(struct import_batch *batch, enum kind kind, const char *where, size_t i,
                    const json_t *document)
{
    struct faults faults = {0};
    char *pointer = NULL;
    if (asprintf(&pointer, "%s/%zu", where, i) < 0) {
        import_fail(batch);
        return;
    }
    document_check_shape(kind, document, pointer, &faults);
    if (faults.short_of_memory)
        import_fail(batch);
    batch->faults += import_print_faults(&faults);
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    if (id)
        add_change(batch, (struct change){CHANGE_PUT, kind, id, document}, pointer);
    else
        free(pointer); /* what is wrong with it was said */
}

static void add_delete(struct import_batch *batch, enum kind kind, const char *where, size_t i,
                       const json_t *id)
{
    char *pointer = NULL;
    if (asprintf(&pointer, "%s/%zu", where, i) < 0) {
        import_fail(batch);
        return;
    }
    if (json_is_string(id)) {
        add_change(batch, (struct change){CHANGE_DELETE, kind, json_string_value(id), NULL}, pointer);
        return;
    }
    import_fault(batch, pointer, "an id is wanted, as text");
    free(pointer);
}

static void add_list(struct import_batch *batch, enum kind kind, enum change_op op, const char *where,
                     const json_t *list)
{
    if (!json_is_array(list)) {
        import_fault(batch, where, "an array of %s is wanted", kinds[kind].plural);
        return;
    }
    batch->has_kind[kind] = batch->has_kind[kind] || op == CHANGE_PUT;
    for (size_t i = 0; i < json_array_size(list) && !batch->failed; i++) {
        if (op == CHANGE_PUT)
            add_put(batch, kind, where, i, json_array_get(list, i));
        else
            add_delete(batch, kind, where, i, json_array_get(list, i));
    }
}

static bool parse_plural(const char *plural, enum kind *kind)
{
    for (unsigned i = 0; i < KIND_COUNT; i++) {
        if (strcmp(kinds[i].plural, plural) != 0)
            continue;
        *kind = (enum kind)i;
        return true;
    }
    return false;
}

/* An object of lists by the plural of their kind. `name` is the file, `within` where the object stands in it.
 * Returns how many lists there are. */
static size_t add_lists(struct import_batch *batch, enum change_op op, const char *name, const char *within,
                        const json_t *lists)
{
    const char *plural;
    json_t *list;
    size_t count = 0;
    /* Iterating takes no const object but changes nothing. */
    json_object_foreach((json_t *)(uintptr_t)lists, plural, list)
    {
        enum kind kind;
        char where[WHERE_SIZE];
        snprintf(where, sizeof where, "%.700s %s/%.100s", name, within, plural);
        count += strcmp(plural, "meta") != 0;
        if (parse_plural(plural, &kind))
            add_list(batch, kind, op, where, list);
        else if (strcmp(plural, "meta") == 0)
            fprintf(stderr, "%s: passed over, it is part of dataset.json now\n", where);
        else
            import_fault(batch, where, "no kind of document has this name");
    }
    return count;
}

static void add_change_file(struct import_batch *batch, const char *name, const json_t *root)
{
    static const char *const known[] = {"actor", "note", "recorded_at", "puts", "deletes", NULL};
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)root, key, value)
    {
        size_t i = 0;
        while (known[i] && strcmp(known[i], key) != 0)
            i++;
        if (!known[i])
            import_fault(batch, name,
                         "'%.100s' is no member of a change set: actor, note, recorded_at, puts, deletes",
                         key);
    }
    const size_t lists = add_lists(batch, CHANGE_PUT, name, "/puts", json_object_get(root, "puts")) +
                         add_lists(batch, CHANGE_DELETE, name, "/deletes", json_object_get(root, "deletes"));
    if (lists == 0)
        import_fault(batch, name, "it neither puts nor deletes anything");
}

/* Deeper than anything in the data set, and far below where the parser's own recursion would end. */
static bool is_too_deep(const char *text, size_t size)
{
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < size; i++) {
        if (quoted && text[i] == '\\')
            i++;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '{' || text[i] == '['))
            depth++;
        else if (!quoted && depth > 0 && (text[i] == '}' || text[i] == ']'))
            depth--;
        if (depth > DEPTH_MAX)
            return true;
    }
    return false;
}

const json_t *import_parse(struct import_batch *batch, const char *name, const char *text, size_t size)
{
    json_error_t error;
    if (is_too_deep(text, size)) {
        import_fault(batch, name, "it is nested more than %d deep", DEPTH_MAX);
        return NULL;
    }
    json_t *root = json_read(text, size, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        /* Without a text it is not the file that is at fault. */
        if (json_read_was_short(&error))
            import_fail(batch);
        else
            import_fault(batch, name, "line %d, column %d: %s", error.line, error.column, error.text);
        return NULL;
    }
    json_t **roots = realloc(batch->roots, (batch->root_count + 1) * sizeof *roots);
    if (!roots) {
        json_decref(root);
        import_fail(batch);
        return NULL;
    }
    batch->roots = roots;
    roots[batch->root_count++] = root;
    return root;
}

/* The kind that the last part of a file's name stands for: "…/chips.json". */
bool import_kind_of_file(const char *name, enum kind *kind)
{
    const char *slash = strrchr(name, '/');
    const char *base = slash ? slash + 1 : name;
    const char *dot = strrchr(base, '.');
    char plural[64];
    if (!dot || strcmp(dot, ".json") != 0 || (size_t)(dot - base) >= sizeof plural)
        return false;
    memcpy(plural, base, (size_t)(dot - base));
    plural[dot - base] = '\0';
    return parse_plural(plural, kind);
}

static bool all_have(const json_t *list, const char *member)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!json_object_get(json_array_get(list, i), member))
            return false;
    return json_array_size(list) > 0;
}

bool import_kind_of_documents(const json_t *list, enum kind *kind)
{
    /* Required, and members of no other kind. */
    static const char *const telling[KIND_COUNT] = {
        [KIND_DATASET] = "coverage",  [KIND_DESTINATION] = "alpha3", [KIND_CHIP] = "peak_tops",
        [KIND_RULING] = "provisions", [KIND_EVENT] = "headline",     [KIND_DISPUTE] = "positions",
    };
    size_t fitting = 0;
    for (unsigned i = 0; i < KIND_COUNT; i++) {
        if (!telling[i] || !all_have(list, telling[i]))
            continue;
        *kind = (enum kind)i;
        fitting++;
    }
    return fitting == 1;
}

static bool is_change_file(const char *name)
{
    return strncmp(name, "changes/", strlen("changes/")) == 0 || strstr(name, "/changes/") != NULL;
}

void import_read_text(struct import_batch *batch, const char *name, const char *text, size_t size)
{
    enum kind kind;
    char where[WHERE_SIZE];
    const json_t *root = import_parse(batch, name, text, size);
    snprintf(where, sizeof where, "%.1000s ", name);
    if (!root)
        return;
    if (is_change_file(name))
        add_change_file(batch, name, root);
    else if (json_is_object(root)) {
        if (add_lists(batch, CHANGE_PUT, name, "", root) == 0)
            import_fault(batch, name, "there is no list of documents in it, such as {\"chips\": […]}");
    } else if (import_kind_of_file(name, &kind) || import_kind_of_documents(root, &kind))
        add_list(batch, kind, CHANGE_PUT, where, root);
    else
        import_fault(batch, name,
                     "neither its name nor all of its documents say what is in it: call it chips.json, "
                     "rulings.json, events.json, "
                     "destinations.json, "
                     "disputes.json or dataset.json");
}
