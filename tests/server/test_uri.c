/* Targets are decoded strictly, and what is refused is named with its place. */
#include "server/uri.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct good {
    char target[64];
    char path[48];
    char pairs[64]; /* "name=value;" … */
};

static void list_pairs(const struct uri *uri, char *text, size_t size)
{
    FILE *out = fmemopen(text, size, "w");
    cr_assert(out);
    for (size_t i = 0; i < uri->pair_count; i++)
        fprintf(out, "%s=%s;", uri->pairs[i].name, uri->pairs[i].value);
    fputc('\0', out);
    fclose(out);
}

ParameterizedTestParameters(uri, good_targets_are_decoded)
{
    static struct good rows[] = {
        {"/", "/", ""},
        {"/v1/chips", "/v1/chips", ""},
        {"/v1/chips?", "/v1/chips", ""},
        {"/v1/chips/a%2Db", "/v1/chips/a-b", ""},
        {"/a+b", "/a+b", ""},
        {"/?a=1", "/", "a=1;"},
        {"/?a=1&b=2", "/", "a=1;b=2;"},
        {"/?a=1&a=2", "/", "a=1;a=2;"},
        {"/?a", "/", "a=;"},
        {"/?a&b=", "/", "a=;b=;"},
        {"/?&&a=1&&", "/", "a=1;"},
        {"/?a=b=c", "/", "a=b=c;"},
        {"/?q=a+b%2Bc%20d", "/", "q=a b+c d;"},
        {"/?a%3Db=%26%3D", "/", "a=b=&=;"},
        {"/?field.gte=2&sort=-x,y", "/", "field.gte=2;sort=-x,y;"},
        {"/?q=caf%c3%A9", "/", "q=caf\xc3\xa9;"},
        {"/?q=\xc3\xa9", "/", "q=\xc3\xa9;"},
        {"/?a=/?b", "/", "a=/?b;"},
        {"http://host:80/v1?a=1", "/v1", "a=1;"},
        {"HTTPS://host/", "/", ""},
    };
    return cr_make_param_array(struct good, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct good *row, uri, good_targets_are_decoded)
{
    char room[128];
    char pairs[128];
    struct uri uri;
    cr_assert(uri_parse(row->target, room, &uri), "%s: %s", row->target, uri.fault);
    list_pairs(&uri, pairs, sizeof pairs);
    cr_expect_str_eq(uri.path, row->path, "%s", row->target);
    cr_expect_str_eq(pairs, row->pairs, "%s", row->target);
    cr_expect_eq(uri.target[0], '/', "%s", row->target);
}

struct bad {
    char target[48];
    char fault[80];
};

ParameterizedTestParameters(uri, bad_targets_are_refused_naming_the_place)
{
    static struct bad rows[] = {
        {"", "must be a path"},
        {"v1", "must be a path"},
        {"*", "must be a path"},
        {"http://host", "must be a path"},
        {"http:///v1", "must be a path"},
        {"http://host?a=/", "must be a path"},
        {"/a%", "malformed percent escape at byte 3"},
        {"/a%2", "malformed percent escape at byte 3"},
        {"/a%g0", "malformed percent escape at byte 3"},
        {"/?a=%4", "malformed percent escape at byte 5"},
        {"/a b", "contains a space at byte 3"},
        {"/a#b", "contains a fragment at byte 3"},
        {"/a%00b", "contains a control character at byte 3"},
        {"/?a=%0D%0A", "contains a control character at byte 5"},
        {"/?q=%ff", "is not valid UTF-8 at byte 5"},
        {"/%c3/%a9", "is not valid UTF-8 at byte 2"},
        {"/?a=%41%0a", "contains a control character at byte 8"},
        {"/?q=x%e2%80%ae", "changes the direction of text at byte 6"},
        {"/?=1", "has a parameter without a name at byte 3"},
        {"/?a=1&=", "has a parameter without a name at byte 7"},
    };
    return cr_make_param_array(struct bad, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct bad *row, uri, bad_targets_are_refused_naming_the_place)
{
    char room[128];
    struct uri uri;
    cr_expect_not(uri_parse(row->target, room, &uri), "%s", row->target);
    cr_expect(strstr(uri.fault, row->fault), "%s: %s", row->target, uri.fault);
}

Test(uri, a_hundred_pairs_are_taken_and_one_more_is_not)
{
    char target[512] = "/?";
    char room[512];
    struct uri uri;
    for (size_t i = 0; i < LIMIT_PAIRS; i++)
        memcpy(target + 2 + 2 * i, "a&", 3);
    cr_expect(uri_parse(target, room, &uri));
    cr_expect_eq(uri.pair_count, LIMIT_PAIRS);
    memcpy(target + 2 + 2 * LIMIT_PAIRS, "a", 2);
    cr_expect_not(uri_parse(target, room, &uri));
    cr_expect(strstr(uri.fault, "more than 100 parameters"), "%s", uri.fault);
}

/* The room is exactly what the header promises: a byte more would be found by the sanitizer. */
Test(uri, decoding_needs_no_more_room_than_the_target)
{
    static const char *const targets[] = {"/",         "/?",         "/?a",    "/?a=",         "/?a=b",
                                          "/?a&b&c&d", "/a?b=c&d=e", "/?a&b=", "http://h/?a&b"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        char *room = malloc(strlen(targets[i]) + 1);
        struct uri uri;
        cr_assert(room);
        cr_expect(uri_parse(targets[i], room, &uri), "%s", targets[i]);
        for (size_t p = 0; p < uri.pair_count; p++)
            cr_expect(uri.pairs[p].value == uri.pairs[p].name ||
                      strlen(uri.pairs[p].value) <= strlen(targets[i]));
        free(room);
    }
}
