/* `navicert ask`: what a person at a terminal reads. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(ask, .init = open_stored, .fini = close_stored);

/* What it writes to that stream, with its exit code. */
static char *capture_ask(FILE *stream, int *code, const struct ask *ask)
{
    char *text = calloc(1, 16384);
    FILE *file = tmpfile();
    fflush(stream);
    const int before = dup(fileno(stream));
    dup2(fileno(file), fileno(stream));
    *code = api_ask(stored->writer, ask);
    fflush(stream);
    dup2(before, fileno(stream));
    close(before);
    rewind(file);
    cr_assert_lt(fread(text, 1, 16383, file), 16383);
    fclose(file);
    return text;
}

static char *capture(FILE *stream, int *code, const char *chip, const char *destination, const char *date)
{
    const struct ask ask = {.chip = chip, .destination = destination, .date = date};
    return capture_ask(stream, code, &ask);
}

Test(ask, the_answer_with_its_grounds_and_how_sure)
{
    int code;
    char *text = capture(stdout, &code, "uno", "china", "2025-03-01");
    cr_expect_eq(code, 0);
    cr_expect_str_eq(
        text, "ACME One to China on 2025-03-01, as recorded by this data set: license required. US requires\n"
              "a license under \"The ACME rule\" (us-acme-rule); review policy: case by case; conditions:\n"
              "kyc. Known doubts of the data bear on this: see doubts. Announced or proposed and not in\n"
              "force: 1 ruling.\n"
              "\n"
              "  export, US: license required, case by case\n"
              "    2025-01-01  us-acme-rule#1\n"
              "                A license is needed.\n"
              "    condition   kyc: Know your customer.\n"
              "\n"
              "  import, CN: no restriction recorded\n"
              "\n"
              "  assumed: hq not stated: the recipient's headquarters are taken to raise no requirement of\n"
              "           their own\n"
              "  assumed: export_from not stated: shipped from US\n"
              "  assumed: circumstances not stated: a civil end user on no list, without special approval\n"
              "  doubt: Nobody knows.\n"
              "\n"
              "  data version 1, rulings verified through 2025-06-01\n"
              "  pending, not in force: us-acme-plan#1\n"
              "  next scheduled change: 2026-01-01, then no license required\n"
              "  Research data, not legal advice.\n");
    free(text);
}

Test(ask, what_is_missing_and_what_has_lapsed)
{
    int code;
    char *text = capture(stdout, &code, "acme-dark", "CN", "2025-03-01");
    cr_expect_eq(code, 0);
    cr_expect(strstr(text, "    not known   tpp\n"), "%s", text);
    free(text);
    text = capture(stdout, &code, "acme-one", "CN", "2026-02-01");
    cr_expect(strstr(text, "; the date lies after that\n"), "%s", text);
    cr_expect(strstr(text, "  lapsed, not verified since: us-acme-rule#1\n"), "%s", text);
    free(text);
}

Test(ask, no_line_is_longer_than_a_terminal)
{
    int code;
    char *text = capture(stdout, &code, "acme-one", "CN", "2026-02-01");
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
        cr_expect_leq(strcspn(line, "\n"), 92, "%.*s", (int)strcspn(line, "\n"), line);
    free(text);
}

Test(ask, what_cannot_be_understood_is_said_with_candidates)
{
    int code;
    char *text = capture(stderr, &code, "acme-oen", "CN", NULL);
    cr_expect_eq(code, 2);
    cr_expect(strstr(text, "chip 'acme-oen' is not known; did you mean 'acme-one'?\n  acme-one\n"), "%s",
              text);
    free(text);
    text = capture(stderr, &code, "acme-one", "CN", "2025-02-30");
    cr_expect_eq(code, 2);
    cr_expect(strstr(text, "date '2025-02-30' must be a day"), "%s", text);
    free(text);
}

Test(ask, headquarters_and_origin_are_part_of_the_question)
{
    int code;
    struct ask ask = {.chip = "uno", .destination = "germany", .hq = "china", .date = "2025-03-01"};
    char *text = capture_ask(stdout, &code, &ask);
    cr_expect_eq(code, 0);
    cr_expect_null(strstr(text, "hq not stated"), "%s", text);
    cr_expect_not_null(strstr(text, "export_from not stated"), "%s", text);
    free(text);
    ask.export_from = "DE";
    text = capture_ask(stdout, &code, &ask);
    cr_expect_null(strstr(text, "export_from not stated"), "%s", text);
    free(text);
    ask.hq = "Nowhere";
    text = capture_ask(stderr, &code, &ask);
    cr_expect_eq(code, 2);
    cr_expect_not_null(strstr(text, "hq 'Nowhere' is not known"), "%s", text);
    free(text);
}
