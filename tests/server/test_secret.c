/* The operator's token: taken from one place, held to its form, and in no message. */
#include "server/secret.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECRET "correct-horse-battery-staple"

struct place {
    char directory[48];
    char path[64];
    char warnings[64]; /* what went to standard error */
};

static void begin(struct place *place)
{
    snprintf(place->directory, sizeof place->directory, "/tmp/navicert-test-XXXXXX");
    cr_assert(mkdtemp(place->directory));
    snprintf(place->path, sizeof place->path, "%s/token", place->directory);
    snprintf(place->warnings, sizeof place->warnings, "%s/warnings", place->directory);
    cr_assert(freopen(place->warnings, "w", stderr));
}

static void end(const struct place *place)
{
    unlink(place->path);
    unlink(place->warnings);
    rmdir(place->directory);
}

static void write_file(const struct place *place, const char *bytes, size_t size, mode_t mode)
{
    FILE *file = fopen(place->path, "w");
    cr_assert(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
    cr_assert_eq(chmod(place->path, mode), 0);
}

static off_t warned(const struct place *place)
{
    struct stat found;
    cr_assert_eq(stat(place->warnings, &found), 0);
    return found.st_size;
}

Test(secret, a_file_holds_it_with_or_without_a_newline)
{
    static const char *const rows[] = {SECRET, SECRET "\n", SECRET "\r\n"};
    struct place place;
    begin(&place);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct options options = {.token_file = place.path};
        char fault[OPTIONS_FAULT_SIZE] = "";
        write_file(&place, rows[i], strlen(rows[i]), 0600);
        cr_assert(secret_load(&options, fault), "%s", fault);
        cr_expect(operator_token_is(&options.operator, SECRET));
    }
    cr_expect_eq(warned(&place), 0);
    end(&place);
}

Test(secret, what_cannot_be_one_is_refused_without_being_told)
{
    static char long_one[1100];
    memset(long_one, 'x', sizeof long_one);
    static const struct {
        const char *bytes;
        size_t size;
        const char *sentence;
    } rows[] = {
        {"", 0, "is shorter than 24 characters"},
        {"\n", 1, "is shorter than 24 characters"},
        {"correct-horse-battery-s\n", 24, "is shorter than 24 characters"},
        {long_one, 1025, "is longer than 1024 characters"},
        {long_one, sizeof long_one, "is longer than 1024 characters"},
        {SECRET "\n\n", sizeof SECRET + 1, "has a space or a character outside ASCII"},
        {SECRET " \n", sizeof SECRET + 1, "has a space or a character outside ASCII"},
        {SECRET "\0more", sizeof SECRET + 4, "has a space or a character outside ASCII"},
        {"\xef\xbb\xbf" SECRET, sizeof SECRET + 2, "has a space or a character outside ASCII"},
        {SECRET "\x7f", sizeof SECRET, "has a space or a character outside ASCII"},
    };
    struct place place;
    begin(&place);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct options options = {.token_file = place.path};
        char fault[OPTIONS_FAULT_SIZE] = "";
        write_file(&place, rows[i].bytes, rows[i].size, 0600);
        cr_expect_not(secret_load(&options, fault), "row %zu", i);
        cr_expect(strstr(fault, rows[i].sentence), "row %zu: %s", i, fault);
        cr_expect(strstr(fault, place.path), "row %zu: %s", i, fault);
        cr_expect_null(strstr(fault, "horse"));
        cr_expect_not(options.operator.is_given);
    }
    end(&place);
}

Test(secret, the_longest_and_the_shortest_are_taken)
{
    static const size_t sizes[] = {SECRET_SIZE_MIN, SECRET_SIZE_MAX};
    struct place place;
    begin(&place);
    for (size_t i = 0; i < 2; i++) {
        char text[SECRET_SIZE_MAX + 2] = "", fault[OPTIONS_FAULT_SIZE] = "";
        struct options options = {.token_file = place.path};
        memset(text, 'x', sizes[i]);
        text[sizes[i]] = '\n';
        write_file(&place, text, sizes[i] + 1, 0600);
        cr_assert(secret_load(&options, fault), "%s", fault);
        text[sizes[i]] = '\0';
        cr_expect(operator_token_is(&options.operator, text));
    }
    end(&place);
}

Test(secret, two_places_or_none_that_can_be_read_are_refused)
{
    char variable[] = SECRET;
    struct place place;
    begin(&place);
    struct options options = {.token_file = place.path, .token = variable};
    char fault[OPTIONS_FAULT_SIZE] = "";
    write_file(&place, SECRET, strlen(SECRET), 0600);
    cr_expect_not(secret_load(&options, fault));
    cr_expect(strstr(fault, "give one"), "%s", fault);
    options.token = NULL;
    unlink(place.path);
    cr_expect_not(secret_load(&options, fault));
    cr_expect(strstr(fault, "cannot be read: No such file"), "%s", fault);
    cr_expect_null(strstr(fault, place.path), "it may be the token itself, in the wrong place: %s", fault);
    options.token_file = place.directory;
    cr_expect_not(secret_load(&options, fault));
    cr_expect(strstr(fault, "cannot be read: Is a directory"), "%s", fault);
    end(&place);
}

Test(secret, one_from_a_variable_leaves_its_hash_alone_or_there_is_none)
{
    static const char wiped[sizeof SECRET] = {0};
    char variable[] = SECRET;
    struct options options = {.token = variable}, none = {.token = NULL};
    char fault[OPTIONS_FAULT_SIZE] = "";
    cr_expect(secret_load(&options, fault));
    cr_expect(operator_token_is(&options.operator, SECRET));
    cr_expect_null(options.token);
    cr_expect_arr_eq(variable, wiped, sizeof wiped, "also in the environment of the process");
    cr_expect(secret_load(&none, fault));
    cr_expect_not(none.operator.is_given);
}

Test(secret, a_command_that_needs_none_wipes_it_too)
{
    char variable[] = SECRET;
    struct options options = {.token = variable};
    secret_wipe(&options);
    cr_expect_eq(*variable, '\0');
    cr_expect_eq(variable[sizeof SECRET - 2], '\0');
    cr_expect_null(options.token);
    secret_wipe(&options);
}

Test(secret, a_file_that_all_may_read_is_warned_of)
{
    struct place place;
    begin(&place);
    struct options options = {.token_file = place.path};
    char fault[OPTIONS_FAULT_SIZE] = "", said[300] = "";
    write_file(&place, SECRET, strlen(SECRET), 0644);
    cr_assert(secret_load(&options, fault), "%s", fault);
    FILE *warnings = fopen(place.warnings, "r");
    cr_assert(warnings && fgets(said, sizeof said, warnings));
    fclose(warnings);
    cr_expect(strstr(said, "every user of the machine may read the token in"), "%s", said);
    cr_expect(strstr(said, place.path), "%s", said);
    cr_expect_null(strstr(said, "horse"));
    end(&place);
}
