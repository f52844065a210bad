/* Options come from defaults, then variables, then flags; what is not understood is refused. */
#include "server/limits.h"
#include "server/options.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct options options;
    struct words words;
    char fault[OPTIONS_FAULT_SIZE];
    bool good;
    char **argv;
    char **environment;
};

static char program[] = "navicert";

/* Copies, because a command line is not const. */
static char **copy(const char *const *texts, char *first)
{
    char **copied = calloc(32, sizeof *copied);
    size_t count = 0;
    cr_assert(copied);
    if (first)
        copied[count++] = first;
    for (; texts && *texts; texts++)
        copied[count++] = strdup(*texts);
    return copied;
}

static void release(char **copied, size_t from)
{
    for (size_t i = from; copied[i]; i++)
        free(copied[i]);
    free(copied);
}

static void begin(struct reading *got, const char *const *arguments, const char *const *variables)
{
    got->argv = copy(arguments, program);
    got->environment = copy(variables, NULL);
    got->good = options_read(&got->options, &got->words, got->argv, got->environment, got->fault);
}

static void end(struct reading *got)
{
    release(got->argv, 1);
    release(got->environment, 0);
}

Test(options, defaults_are_legal_and_local)
{
    struct reading got = {.good = false};
    begin(&got, NULL, NULL);
    cr_assert(got.good, "%s", got.fault);
    cr_expect_str_eq(got.options.database, "navicert.db");
    cr_expect_str_eq(got.options.address, "127.0.0.1");
    cr_expect_eq(got.options.port, 8080u);
    cr_expect_geq(got.options.threads, 1u);
    cr_expect_leq(got.options.threads, (unsigned)THREADS_MAX);
    cr_expect_str_eq(got.options.cors_origins, "*");
    cr_expect_eq(got.options.log, LOG_REQUESTS);
    cr_expect_eq(got.options.shutdown_grace_s, 10u);
    cr_expect_eq(got.options.query_timeout_ms, 1000u);
    cr_expect_eq(got.words.count, 0);
    end(&got);
}

Test(options, variables_set_and_flags_win)
{
    static const char *const variables[] = {"HOME=/", "NAVICERT_PORT=81", "NAVICERT_LOG=none",
                                            "NAVICERT_DB=a.db", NULL};
    static const char *const arguments[] = {"--port", "82", "serve", "--db=b=c.db", NULL};
    struct reading got = {.good = false};
    begin(&got, arguments, variables);
    cr_assert(got.good, "%s", got.fault);
    cr_expect_eq(got.options.port, 82u);
    cr_expect_eq(got.options.log, LOG_NONE);
    cr_expect_str_eq(got.options.database, "b=c.db");
    cr_expect_eq(got.words.count, 1);
    cr_expect_str_eq(got.words.items[0], "serve");
    end(&got);
}

Test(options, words_and_flags_may_be_mixed_and_a_double_dash_ends_flags)
{
    static const char *const arguments[] = {"export", "--at=3", "dir", "--", "--port", "-", NULL};
    struct reading got = {.good = false};
    begin(&got, arguments, NULL);
    cr_assert(got.good, "%s", got.fault);
    cr_expect_eq(got.options.at, 3u);
    cr_expect_eq(got.words.count, 4);
    cr_expect_str_eq(got.words.items[2], "--port");
    cr_expect_str_eq(got.words.items[3], "-");
    end(&got);
}

static void expect_fault(const char *argument, const char *variable, const char *sentence)
{
    const char *const arguments[] = {argument, NULL};
    const char *const variables[] = {variable, NULL};
    struct reading got = {.good = false};
    begin(&got, arguments, variables);
    cr_expect_not(got.good, "%s %s", argument ? argument : "", variable ? variable : "");
    cr_expect(strstr(got.fault, sentence), "expected '%s': %s", sentence, got.fault);
    end(&got);
}

Test(options, what_is_not_understood_is_refused)
{
    expect_fault("--port=65536", NULL, "must be a whole number from 0 to 65535");
    expect_fault("--port=99999999999999999999999", NULL, "must be a whole number");
    expect_fault("--port=-1", NULL, "must be a whole number");
    expect_fault("--port= 80", NULL, "must be a whole number");
    expect_fault("--threads=65", NULL, "from 1 to 64");
    expect_fault("--address=300.1.1.1", NULL, "must be an IPv4 or IPv6 address");
    expect_fault("--address=[::1]", NULL, "must be an IPv4 or IPv6 address");
    expect_fault("--cors-origins=https://a.example,", NULL, "must be *, none, or");
    expect_fault("--cors-origins=ftp://a.example", NULL, "must be *, none, or");
    expect_fault("--por=1", NULL, "did you mean --port?");
    expect_fault("--", "NAVICERT_TREADS=1", "did you mean NAVICERT_THREADS?");
    expect_fault("--", "NAVICERT_=1", "NAVICERT_ is not a variable");
    expect_fault("--", "NAVICERT_HELP=1", "NAVICERT_HELP is not a variable");
    expect_fault("--", "NAVICERT_LOG=Requests", "must be requests or none");
    expect_fault("--note=", NULL, "--note is empty");
}

Test(options, limits_themselves_are_legal)
{
    static const char *const arguments[] = {
        "--port=65535", "--threads=64", "--address=::", "--cors-origins=none", "--snapshots-max=1000", NULL};
    struct reading got = {.good = false};
    begin(&got, arguments, NULL);
    cr_expect(got.good, "%s", got.fault);
    end(&got);
}

Test(options, a_flag_belongs_to_its_command)
{
    static const char *const arguments[] = {"--at=3", NULL};
    char fault[OPTIONS_FAULT_SIZE];
    struct reading got = {.good = false};
    begin(&got, arguments, NULL);
    cr_assert(got.good);
    cr_expect(options_suit_command(&got.options, "export", fault));
    cr_expect_not(options_suit_command(&got.options, "import", fault));
    cr_expect(strstr(fault, "--at belongs to the command export, not to import"), "%s", fault);
    end(&got);
}

Test(options, a_flag_may_belong_to_several_commands)
{
    static const char *const arguments[] = {"--hq=CN", NULL};
    char fault[OPTIONS_FAULT_SIZE];
    struct reading got = {.good = false};
    begin(&got, arguments, NULL);
    cr_assert(got.good);
    cr_expect(options_suit_command(&got.options, "ask", fault));
    cr_expect(options_suit_command(&got.options, "screen", fault));
    cr_expect_not(options_suit_command(&got.options, "as", fault));
    cr_expect_not(options_suit_command(&got.options, "serve", fault));
    cr_expect(strstr(fault, "--hq belongs to the commands ask, screen, not to serve"), "%s", fault);
    end(&got);
}
