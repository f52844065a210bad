/* `navicert screen FILE`: what the server would answer, for a local file. */
#include "harness.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

static char directory[64];
static char database[96];

static void make_directory(void)
{
    snprintf(directory, sizeof directory, "/tmp/navicert-screen-XXXXXX");
    cr_assert(mkdtemp(directory));
    snprintf(database, sizeof database, "%s/store.db", directory);
    struct run *run = calloc(1, sizeof *run);
    harness_run(run, (const char *const[]){"import", "--bundled", "--db", database, NULL}, NULL);
    cr_assert_eq(run->code, 0, "%s", run->errors);
    free(run);
}

static void remove_directory(void)
{
    static const char *const names[] = {"a.ndjson", "a.jsonl", "a.json",    "a.csv",
                                        "a.csv.gz", "a.txt",   "empty.csv", "store.db"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[96];
        snprintf(path, sizeof path, "%s/%s", directory, names[i]);
        unlink(path);
    }
    rmdir(directory);
}

TestSuite(screen_command, .init = make_directory, .fini = remove_directory, .timeout = 60);

static void write_file(const char *name, const char *text, char path[static 96])
{
    snprintf(path, 96, "%s/%s", directory, name);
    const size_t size = strlen(name);
    gzFile file = gzopen(path, size > 3 && strcmp(name + size - 3, ".gz") == 0 ? "wb" : "wbT");
    cr_assert(file);
    cr_assert_eq(gzwrite(file, text, (unsigned)strlen(text)), (int)strlen(text));
    gzclose(file);
}

static void screen(struct run *run, const char *path, const char *const *flags)
{
    const char *arguments[16] = {"screen", path, "--db", database, "--known-at", "1", "--date", "2026-02-01"};
    size_t count = 8;
    for (; flags && *flags; flags++)
        arguments[count++] = *flags;
    harness_run(run, arguments, NULL);
}

struct form {
    const char *name;
    const char *text;
    int code;
    const char *flags[5];
    const char *begins; /* the output */
    const char *says;   /* on stderr */
};

#define FIRST "line,chip,destination,outcome,possible,policy,"

static const struct form files[] = {
    {"a.ndjson",
     "{\"chip\":\"h20\",\"destination\":\"CN\"}\n",
     0,
     {NULL},
     "{\"line\":1,\"chip\":\"nvidia-h20\"",
     "lines=1, answered=1, faulty=0"},
    {"a.jsonl",
     "{\"chip\":\"h20\"}\n",
     0,
     {"--destination", "CN", NULL},
     "{\"line\":1,",
     "license_required=1"},
    {"a.json",
     "[{\"chip\":\"h20\"}]",
     0,
     {"--destination", "CN", "--format", "json", NULL},
     "{\"items\":[{",
     "lines=1"},
    {"a.csv", "chip,destination\nh20,CN\n", 0, {"--format", "csv", NULL}, FIRST, "lines=1"},
    {"a.csv.gz", "chip,destination\nh20,CN\n", 0, {"--format", "csv", NULL}, FIRST, "lines=1"},
    {"a.txt",
     "chip\nh20\n",
     0,
     {"--input-format", "csv", "--destination", "CN", NULL},
     "{\"line\":2,",
     "lines=1"},
    {"a.csv", "chip,destination\nh20,XX\n", 3, {NULL}, "{\"line\":2,\"chip\":null", "faulty=1"},
    {"a.json", "[{\"chip\":\"h20\"}", 3, {"--destination", "CN", NULL}, "{\"line\":1,", "complete=?0"},
    {"a.csv", "chip,destinaton\nh20,CN\n", 2, {NULL}, "", "'destinaton' looks like 'destination'"},
    {"empty.csv", "", 2, {NULL}, "", "nothing in the body"},
    {"a.txt", "chip\nh20\n", 2, {NULL}, "", "say with --input-format"},
    {"a.csv", "chip\nh20\n", 2, {"--destination", "Chinaa", NULL}, "", "Chinaa"},
    {"a.csv", "chip\nh20\n", 2, {"--date", "1.2.2025", NULL}, "", "must be a day"},
    {"a.csv", "chip\nh20\n", 2, {"--known-at", "99", NULL}, "", "no such data version"},
    {"a.csv", "chip\nh20\n", 2, {"--known-at", "then", NULL}, "", "must be a data version"},
    {"a.csv", "chip\nh20\n", 2, {"--format", "xml", NULL}, "", "must be ndjson or csv or json"},
    {"a.csv", "chip\nh20\n", 2, {"--bundled", NULL}, "", "--bundled belongs to the command import"},
};

Test(screen_command, files_of_every_form_are_answered)
{
    struct run *run = calloc(1, sizeof *run);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[96];
        write_file(files[i].name, files[i].text, path);
        screen(run, path, files[i].flags);
        cr_expect_eq(run->code, files[i].code, "%zu: %d: %s", i, run->code, run->errors);
        cr_expect(strncmp(run->output, files[i].begins, strlen(files[i].begins)) == 0, "%zu: %s", i,
                  run->output);
        cr_expect_eq(!*files[i].begins, !*run->output, "%zu: %s", i, run->output);
        cr_expect(strstr(run->errors, files[i].says), "%zu: %s", i, run->errors);
        cr_expect_null(strchr(run->errors, '\r'), "no progress where nobody sees it");
    }
    free(run);
}

/* Its data might say otherwise than what came with the program. */
Test(screen_command, a_database_that_is_named_must_be_there)
{
    struct run *run = calloc(1, sizeof *run);
    char path[96];
    write_file("a.csv", "chip,destination\nh20,CN\n", path);
    database[strlen(database) - 1] = 'x';
    screen(run, path, NULL);
    cr_expect_eq(run->code, 1);
    cr_expect_str_eq(run->output, "");
    cr_expect(strstr(run->errors, "'navicert import --bundled' makes it"), "%s", run->errors);
    free(run);
}

Test(screen_command, a_file_that_is_not_there_is_told)
{
    struct run *run = calloc(1, sizeof *run);
    screen(run, "/nonexistent/a.csv", NULL);
    cr_expect_eq(run->code, 1);
    cr_expect(strstr(run->errors, "/nonexistent/a.csv cannot be opened"), "%s", run->errors);
    screen(run, directory, (const char *const[]){"--input-format", "csv", NULL});
    cr_expect_eq(run->code, 1);
    cr_expect(strstr(run->errors, "is a directory"), "%s", run->errors);
    screen(run, directory, NULL);
    cr_expect(strstr(run->errors, "is a directory"), "%s", run->errors);
    screen(run, "-", NULL);
    cr_expect_eq(run->code, 2);
    cr_expect(strstr(run->errors, "standard input has no name: say with --input-format"), "%s", run->errors);
    free(run);
}
