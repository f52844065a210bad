#include "server/token_commands.h"
#include "db/instant.h"
#include "db/report.h"
#include "db/tokens.h"
#include "server/commands.h"
#include "server/store_commands.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DAY_MS (24 * 3600 * (int64_t)1000)

/* A store that is filled: a token for one that this very command has just made would be of no use. */
static struct store *open_filled(const struct options *options)
{
    struct store *store = store_commands_open(options, STORE_WRITE);
    const int64_t head = store ? store_head(store) : -1;
    if (head > 0)
        return store;
    store_close_unused(store);
    if (head == 0)
        report_error("%s holds no data yet: 'navicert import --bundled' makes it", options->database);
    return NULL;
}

/* Past all buffers of our own, which would keep it. */
static bool print_text(char text[static TOKEN_TEXT_SIZE])
{
    text[TOKEN_TEXT_SIZE - 1] = '\n';
    const bool written = write(STDOUT_FILENO, text, TOKEN_TEXT_SIZE) == TOKEN_TEXT_SIZE;
    text[TOKEN_TEXT_SIZE - 1] = '\0';
    return written;
}

/* A token that nobody could read is of no use to anybody. */
static void take_back(struct store *store, const char *text)
{
    char reason[STORE_REASON_SIZE];
    if (tokens_revoke(store, text, reason))
        report_error("the token could not be printed and is revoked again");
    else
        report_error("the token could not be printed, and not be revoked either: %s", reason);
}

static bool create(struct store *store, const char *name, const char *expires_at)
{
    char reason[STORE_REASON_SIZE];
    char text[TOKEN_TEXT_SIZE];
    if (!tokens_create(store, name, expires_at, text, reason)) {
        report_error("%s", reason);
        return false;
    }
    const bool printed = print_text(text);
    if (printed)
        fprintf(
            stderr,
            "A token for %s, valid until %s. It is shown this once; send it as 'Authorization: Bearer …'.\n",
            name, expires_at ? expires_at : "it is revoked");
    else
        take_back(store, text);
    sodium_memzero(text, sizeof text);
    return printed;
}

int token_commands_create(const struct options *options, const struct words *words)
{
    (void)words;
    char expires_at[INSTANT_SIZE];
    if (!options->name) {
        report_error("token create needs --name NAME: who will write with it");
        return EXIT_USAGE;
    }
    instant_format(instant_now() + options->expires_in_days * DAY_MS, expires_at);
    struct store *store = open_filled(options);
    const bool created = store && create(store, options->name, options->expires_in_days ? expires_at : NULL);
    store_close(store);
    return created ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define ROW "%-8s  %-24s  %-24s  %-7s  %s\n"

static bool print_row(const struct token *token, enum token_state state, void *context)
{
    static const char *const words[] = {
        [TOKEN_VALID] = "valid", [TOKEN_EXPIRED] = "expired", [TOKEN_REVOKED] = "revoked"};
    size_t *rows = context;
    if ((*rows)++ == 0)
        printf(ROW, "id", "created", "expires", "state", "name");
    printf(ROW, token->id, token->created_at, token->expires_at ? token->expires_at : "never", words[state],
           token->name);
    return true;
}

int token_commands_list(const struct options *options, const struct words *words)
{
    (void)words;
    struct store *store = store_commands_open(options, STORE_READ);
    size_t rows = 0;
    if (!store)
        return EXIT_FAILURE;
    const bool listed = tokens_each(store, instant_now(), print_row, &rows);
    store_close(store);
    if (listed && rows == 0)
        fputs("There are no tokens; 'navicert token create --name NAME' makes one.\n", stderr);
    return listed ? EXIT_SUCCESS : EXIT_FAILURE;
}

int token_commands_revoke(const struct options *options, const struct words *words)
{
    char reason[STORE_REASON_SIZE];
    struct store *store = open_filled(options);
    if (!store)
        return EXIT_FAILURE;
    const bool revoked = tokens_revoke(store, words->items[2], reason);
    store_close(store);
    if (revoked)
        fputs("Revoked; from now on the token opens nothing.\n", stderr);
    else
        report_error("%s", reason);
    return revoked ? EXIT_SUCCESS : EXIT_FAILURE;
}
