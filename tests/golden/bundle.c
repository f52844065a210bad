/* Loads and compiles the bundled data set for tests. */

#include "tests/golden/bundle.h"

#include "db/documents.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static json_t *load(const char *path, const char *member)
{
    json_error_t error;
    json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    cr_assert_not_null(root, "%s: %s at line %d; tests run from the root of the repository", path, error.text,
                       error.line);
    if (!member)
        return root;
    json_t *list = json_incref(json_object_get(root, member));
    json_decref(root);
    return list;
}

struct bundle bundle_load(void)
{
    return (struct bundle){
        .chips = load("db/data/chips.json", NULL),
        .rulings = load("db/data/rulings.json", NULL),
        .destinations = load("db/data/destinations.json", "destinations"),
    };
}

void bundle_done(struct bundle *bundle)
{
    json_decref(bundle->chips);
    json_decref(bundle->rulings);
    json_decref(bundle->destinations);
    *bundle = (struct bundle){NULL, NULL, NULL};
}

static void shuffle(size_t *order, size_t count, unsigned *seed)
{
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    if (*seed == 0)
        return;
    for (size_t i = count; i > 1; i--) {
        const size_t j = (size_t)rand_r(seed) % i;
        const size_t kept = order[i - 1];
        order[i - 1] = order[j];
        order[j] = kept;
    }
}

struct adding {
    struct rules_builder *builder;
    bundle_fn *each;
    void *context;
    unsigned seed;
};

static void add_all(struct adding *adding, enum kind kind, const json_t *list)
{
    const size_t count = json_array_size(list);
    size_t *order = calloc(count + 1, sizeof *order);
    cr_assert_not_null(order);
    shuffle(order, count, &adding->seed);
    for (size_t i = 0; i < count; i++) {
        json_t *document = json_deep_copy(json_array_get(list, order[i]));
        if (!adding->each || adding->each(kinds[kind].name, document, adding->context))
            cr_assert(documents_add(adding->builder, kind, document));
        json_decref(document);
    }
    free(order);
}

struct rules *bundle_compile(const struct bundle *bundle, bundle_fn *each, void *context, unsigned seed)
{
    struct adding adding = {.builder = rules_builder_open(1), .each = each, .context = context, .seed = seed};
    cr_assert_not_null(adding.builder);
    if (seed % 2 == 1)
        add_all(&adding, KIND_RULING, bundle->rulings);
    add_all(&adding, KIND_DESTINATION, bundle->destinations);
    add_all(&adding, KIND_CHIP, bundle->chips);
    if (seed % 2 == 0)
        add_all(&adding, KIND_RULING, bundle->rulings);
    struct rules *rules = rules_compile(adding.builder);
    cr_assert_not_null(rules);
    rules_builder_close(adding.builder);
    return rules;
}
