/* What the program can be told to do, one function each. */
#include "server/commands.h"
#include "api/api.h"
#include "api/import.h"
#include "db/report.h"
#include "rules/names.h"
#include "server/healthcheck.h"
#include "server/screen_command.h"
#include "server/secret.h"
#include "server/server.h"
#include "server/store_commands.h"
#include "server/token_commands.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* For writing where that is possible; a file that can only be read will do when it holds anything. */
static struct store *open_for_serving(const char *database, bool *writable)
{
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE];
    char second_reason[STORE_REASON_SIZE];
    *writable = store_open(database, STORE_WRITE, &store, reason);
    if (*writable)
        return store;
    if (store_open(database, STORE_READ, &store, second_reason)) {
        if (store_head(store) > 0)
            return store;
        store_close(store);
    }
    report_error("%s", reason);
    return NULL;
}

/* Makes sure that the database exists and, where it can be written, holds the bundled data. Its head, or -1:
 * reported. */
static int64_t prepare(const char *database)
{
    bool writable;
    struct store *store = open_for_serving(database, &writable);
    if (!store)
        return -1;
    struct import_report report;
    size_t lacking = 0;
    const bool ready =
        writable ? import_bundled(store, IMPORT_TELL_NEW, &report) : import_count_lacking(store, &lacking);
    if (lacking > 0)
        report_error(
            "%s can only be read and lacks %zu of the bundled change sets: make it writable for a start",
            database, lacking);
    const int64_t head = ready ? store_head(store) : -1;
    store_close_unused(store);
    return head;
}

static int run_serve(const struct options *options, const struct words *words)
{
    (void)words;
    const int64_t head = prepare(options->database);
    return head < 0 ? EXIT_FAILURE : server_run(options, head);
}

/* Asking makes no file: where there is none and none was named, the bundled data answers out of memory. */
static struct store *open_for_asking(const char *database)
{
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE];
    struct import_report report;
    const bool is_there = access(database, F_OK) == 0 || errno != ENOENT;
    if (is_there && prepare(database) < 0)
        return NULL;
    if (!is_there && strcmp(database, OPTIONS_DATABASE) != 0) {
        report_error("there is no %s: 'navicert import --bundled' makes it", database);
        return NULL;
    }
    if (!is_there)
        report_error("there is no %s: the data that came with the program answers", database);
    if (!store_open(is_there ? database : ":memory:", is_there ? STORE_READ : STORE_WRITE, &store, reason)) {
        report_error("%s", reason);
        return NULL;
    }
    if (is_there || import_bundled(store, IMPORT_TELL_NEW, &report))
        return store;
    store_close(store);
    return NULL;
}

static int run_ask(const struct options *options, const struct words *words)
{
    struct store *store = open_for_asking(options->database);
    if (!store)
        return EXIT_FAILURE;
    const struct ask ask = {
        .chip = words->items[1],
        .destination = words->items[2],
        .hq = options->hq,
        .export_from = options->export_from,
        .date = words->count > 3 ? words->items[3] : NULL,
    };
    const int code = api_ask(store, &ask);
    store_close(store);
    return code;
}

static int run_screen(const struct options *options, const struct words *words)
{
    struct store *store = open_for_asking(options->database);
    if (!store)
        return EXIT_FAILURE;
    const int code = screen_command_run(store, options, words->items[1]);
    store_close(store);
    return code;
}

static int run_healthcheck(const struct options *options, const struct words *words)
{
    (void)words;
    if (options->port == 0) {
        report_error("healthcheck needs the port of the server; say it with --port or NAVICERT_PORT");
        return EXIT_USAGE;
    }
    return healthcheck_run(options->address, options->port) ? EXIT_SUCCESS : EXIT_FAILURE;
}

struct command {
    const char *name;  /* of one word or two */
    const char *usage; /* its arguments */
    size_t least;
    size_t most;
    int (*run)(const struct options *options, const struct words *words);
    const char *help;
};

static const struct command commands[] = {
    {"serve", "", 0, 0, run_serve, "answer over HTTP; what is done when no command is given"},
    {"ask", "CHIP DESTINATION [DATE]", 2, 3, run_ask, "print the answer for people"},
    {"screen", "FILE", 1, 1, run_screen, "answer a file of questions, a line for each; - is standard input"},
    {"import", "DIR | --bundled", 0, 1, store_commands_import,
     "record the documents of a directory, or those that came with the program"},
    {"export", "DIR [--at VERSION]", 1, 1, store_commands_export, "write all documents as files"},
    {"check", "FILE", 1, 1, store_commands_check,
     "say every fault of a file of the data set, or of a directory of them"},
    {"verify", "", 0, 0, store_commands_verify, "prove that the database holds what was recorded"},
    {"rebuild", "", 0, 0, store_commands_rebuild, "make all tables anew from the log"},
    {"backup", "FILE", 1, 1, store_commands_backup, "copy the database, also while it is served"},
    {"restore", "FILE [--overwrite]", 1, 1, store_commands_restore,
     "put a backup in the place of the database, which nobody may have open"},
    {"token create", "--name NAME", 0, 0, token_commands_create,
     "make a token for writing over HTTP, and print it this once"},
    {"token list", "", 0, 0, token_commands_list, "say whose tokens there are, and whether they are valid"},
    {"token rotate", "NAME | ID", 1, 1, token_commands_rotate,
     "make a new one of the same name and scopes, and let the old one end after a while"},
    {"token revoke", "NAME | ID", 1, 1, token_commands_revoke, "end a token, also for a running server"},
    {"healthcheck", "", 0, 0, run_healthcheck, "ask a running server whether it is alive"},
};
#define COUNT (sizeof commands / sizeof commands[0])

#define NAME_SIZE 64

/* The first words, so many of them as one name; longer ones are cut. */
static void join_words(const struct words *words, size_t count, char name[static NAME_SIZE])
{
    const bool two = count > 1 && words->count > 1;
    snprintf(name, NAME_SIZE, "%s%s%s", words->items[0], two ? " " : "", two ? words->items[1] : "");
}

static size_t count_words(const struct command *command)
{
    return strchr(command->name, ' ') ? 2 : 1;
}

static const struct command *find_command(const struct words *words)
{
    for (size_t i = 0; i < COUNT; i++) {
        char name[NAME_SIZE];
        join_words(words, count_words(&commands[i]), name);
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

/* "token" alone, or with another word than there is. */
static bool is_beginning(const struct words *words, const struct command *command)
{
    const size_t size = strlen(words->items[0]);
    return strncmp(command->name, words->items[0], size) == 0 && command->name[size] == ' ';
}

static int refuse_unknown(const struct words *words)
{
    const struct command *nearest = NULL;
    char name[NAME_SIZE];
    /* Half of it at most is slips: help is not meant to be check. */
    const size_t half = strlen(words->items[0]) / 2;
    unsigned best = half < 3 ? (unsigned)half + 1 : 4;
    for (size_t i = 0; i < COUNT; i++) {
        join_words(words, count_words(&commands[i]), name);
        if (!nearest && is_beginning(words, &commands[i]))
            nearest = &commands[i];
        const unsigned distance = names_distance(name, commands[i].name, best);
        if (distance < best) {
            best = distance;
            nearest = &commands[i];
        }
    }
    join_words(words, nearest ? count_words(nearest) : 1, name);
    report_error("%.60s is not a command; %s%s%s", name, nearest ? "did you mean " : "--help lists them all",
                 nearest ? nearest->name : "", nearest ? "?" : "");
    return EXIT_USAGE;
}

static int run(const struct command *command, struct options *options, const struct words *words)
{
    char fault[OPTIONS_FAULT_SIZE];
    int code = EXIT_USAGE;
    if (command->run == run_serve && !secret_load(options, fault))
        report_error("%s", fault);
    else
        code = command->run(options, words);
    secret_wipe(options);
    return code;
}

int commands_run(struct options *options, const struct words *words)
{
    static const struct words unsaid = {.items = {"serve"}, .count = 1};
    words = words->count > 0 ? words : &unsaid;
    const struct command *command = find_command(words);
    if (!command)
        return refuse_unknown(words);

    char fault[OPTIONS_FAULT_SIZE];
    if (!options_suit_command(options, command->name, fault)) {
        report_error("%s", fault);
        return EXIT_USAGE;
    }
    const size_t given = words->count - count_words(command);
    if (given < command->least || given > command->most) {
        report_error("the command takes other arguments: navicert %s%s%s", command->name,
                     *command->usage ? " " : "", command->usage);
        return EXIT_USAGE;
    }
    return run(command, options, words);
}

void commands_print_help(FILE *to)
{
    fputs("navicert answers: may this AI chip go to that destination on this day, under which rulings, and "
          "why?\n\n"
          "Usage: navicert [COMMAND] [OPTIONS]\n\nCommands:\n",
          to);
    for (size_t i = 0; i < COUNT; i++)
        fprintf(to, "  %-12s %-24s %s\n", commands[i].name, commands[i].usage, commands[i].help);
    fputs("\nOptions, and the variables of the environment that mean the same (a flag wins):\n", to);
    options_print(to);
    fputs("\nExit codes: 0 done, 1 failed, 2 not understood, 3 some lines of a file are faulty. SIGTERM and "
          "SIGINT end the server in order, a "
          "second one at once.\n",
          to);
}
