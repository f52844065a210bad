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

#define HOUR_MS (3600 * (int64_t)1000)
#define DAY_MS (24 * HOUR_MS)

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

/* False: it could not be told, and is ended again. */
static bool tell(struct store *store, char text[static TOKEN_TEXT_SIZE], const char *name, unsigned scopes,
                 const char *expires_at)
{
    char words[SCOPES_TEXT_SIZE];
    scopes_format(scopes, ',', words);
    const bool printed = print_text(text);
    if (printed)
        fprintf(stderr,
                "A token for %s with %s, valid until %s. It is shown this once; send it as 'Authorization: "
                "Bearer …'.\n",
                name, words, *expires_at ? expires_at : "it is revoked");
    else
        take_back(store, text);
    return printed;
}

static bool create(struct store *store, const struct options *options, const char *expires_at)
{
    char reason[STORE_REASON_SIZE];
    char text[TOKEN_TEXT_SIZE];
    if (!tokens_create(store, options->name, options->scopes, *expires_at ? expires_at : NULL, text,
                       reason)) {
        report_error("%s", reason);
        return false;
    }
    const bool told = tell(store, text, options->name, options->scopes, expires_at);
    sodium_memzero(text, sizeof text);
    return told;
}

int token_commands_create(const struct options *options, const struct words *words)
{
    (void)words;
    char expires_at[INSTANT_SIZE] = "";
    if (!options->name) {
        report_error("token create needs --name NAME: who will write with it");
        return EXIT_USAGE;
    }
    if (options->expires_in_days)
        instant_format(instant_now() + options->expires_in_days * DAY_MS, expires_at);
    struct store *store = store_commands_open_filled(options);
    const bool created = store && create(store, options, expires_at);
    store_close(store);
    return created ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool rotate(struct store *store, const struct token_rotation *rotation)
{
    char reason[STORE_REASON_SIZE];
    struct token_rotated rotated;
    if (!tokens_rotate(store, rotation, &rotated, reason)) {
        report_error("%s", reason);
        return false;
    }
    const bool told = tell(store, rotated.text, rotated.name, rotated.scopes, rotated.expires_at);
    if (rotation->overlap_ms > 0)
        fprintf(stderr, "The one before opens until %s.\n", rotated.old_ends_at);
    else
        fputs("The one before is revoked.\n", stderr);
    sodium_memzero(&rotated, sizeof rotated);
    return told;
}

int token_commands_rotate(const struct options *options, const struct words *words)
{
    const struct token_rotation rotation = {
        .called = words->items[2],
        .overlap_ms = options->overlap_hours * HOUR_MS,
        .lifetime_ms = options->expires_in_days * DAY_MS,
    };
    struct store *store = store_commands_open_filled(options);
    const bool rotated = store && rotate(store, &rotation);
    store_close(store);
    return rotated ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define ROW "%-8s  %-24s  %-24s  %-7s  %-38s  %s\n"

static bool print_row(const struct token *token, enum token_state state, void *context)
{
    static const char *const words[] = {
        [TOKEN_VALID] = "valid", [TOKEN_EXPIRED] = "expired", [TOKEN_REVOKED] = "revoked"};
    size_t *rows = context;
    char scopes[SCOPES_TEXT_SIZE];
    scopes_format(token->scopes, ',', scopes);
    if ((*rows)++ == 0)
        printf(ROW, "id", "created", "expires", "state", "scopes", "name");
    printf(ROW, token->id, token->created_at, token->expires_at ? token->expires_at : "never", words[state],
           *scopes ? scopes : "none", token->name);
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
    struct store *store = store_commands_open_filled(options);
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
