/* Members of canonical text are found without building a tree. */
#include "db/json_slice.h"

#include "db/bundle.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static struct json_slice slice(const char *text)
{
    return (struct json_slice){text, strlen(text)};
}

static void expect(const char *object, const char *path, const char *wanted)
{
    struct json_slice value;
    const bool found = json_slice_find(slice(object), path, &value);
    cr_assert_eq(found, wanted != NULL, "%s in %s", path, object);
    if (wanted)
        cr_assert(value.size == strlen(wanted) && memcmp(value.text, wanted, value.size) == 0, "%s in %s",
                  path, object);
}

Test(json_slice, a_member_is_found_by_its_dotted_path)
{
    static const char object[] =
        "{\"a\":1,\"b\":{\"c\":[1,{\"x\":2}],\"d\":\"}\\\"]\"},\"cc\":null,\"e\":-1.5e+30}";
    expect(object, "a", "1");
    expect(object, "b.c", "[1,{\"x\":2}]");
    expect(object, "b.d", "\"}\\\"]\"");
    expect(object, "cc", "null");
    expect(object, "e", "-1.5e+30");
    expect(object, "c", NULL);
    expect(object, "a.b", NULL);
    expect(object, "b.c.x", NULL);
    expect(object, "", NULL);
    expect("{}", "a", NULL);
    expect("[1]", "a", NULL);
    expect("", "a", NULL);
}

Test(json_slice, stepping_gives_every_member_in_order)
{
    struct json_slice key, value;
    size_t at = 0;
    const struct json_slice array = slice("[\"a\",[],{},12]");
    const char *const wanted[] = {"\"a\"", "[]", "{}", "12"};
    for (size_t i = 0; i < 4; i++) {
        cr_assert(json_slice_next(array, &at, &key, &value));
        cr_assert(key.size == 0 && value.size == strlen(wanted[i]) &&
                  memcmp(value.text, wanted[i], value.size) == 0);
    }
    cr_assert_not(json_slice_next(array, &at, &key, &value));
    at = 0;
    cr_assert_not(json_slice_next(slice("[]"), &at, &key, &value));
}

Test(json_slice, a_text_is_unescaped)
{
    char *text = json_slice_text(slice("\"a\\u00e9\\n\\\"\\\\\""));
    cr_assert_str_eq(text, "aé\n\"\\");
    free(text);
    cr_assert_null(json_slice_text(slice("12")));
    cr_assert_null(json_slice_text(slice("null")));
}

static void compare(struct json_slice text, const json_t *tree)
{
    struct json_slice key, value;
    size_t at = 0, count = 0;
    while (json_slice_next(text, &at, &key, &value)) {
        char name[128];
        cr_assert_lt(key.size, sizeof name);
        memcpy(name, key.text, key.size);
        name[key.size] = '\0';
        const json_t *member =
            json_is_object(tree) ? json_object_get(tree, name) : json_array_get(tree, count);
        cr_assert_not_null(member, "%s", name);
        compare(value, member);
        count++;
    }
    cr_assert_eq(count, json_is_object(tree) ? json_object_size(tree) : json_array_size(tree));
}

Test(json_slice, every_bundled_document_is_cut_as_jansson_reads_it)
{
    for (size_t i = 0; i < bundled_sets[0].file_count; i++) {
        const struct bundled_file *file = &bundled_sets[0].files[i];
        for (const char *line = file->text; line && *line; line = strchr(line, '\n')) {
            line += *line == '\n';
            if (*line != '{' || line[1] != '"' || strncmp(line, "{\"destinations\":[", 17) == 0)
                continue;
            const size_t size = strcspn(line, "\n") - (line[strcspn(line, "\n") - 1] == ',');
            json_t *tree = json_loadb(line, size, JSON_DISABLE_EOF_CHECK, NULL);
            compare((struct json_slice){line, size}, tree);
            json_decref(tree);
        }
    }
}
