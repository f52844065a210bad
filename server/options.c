/* What can be set from outside: one table, from which flags, variables, checks and --help all come. */
#include "server/options.h"
#include "db/tokens.h"
#include "rules/names.h"
#include "server/limits.h"
#include "server/option_values.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PREFIX "NAVICERT_"
#define NAME_SIZE 64
#define GIVEN_SIZE 128 /* of a name as it was given, which may be any; longer ones are cut */

#define AT(member) offsetof(struct options, member)

static const struct option table[] = {
    {"db", OPTION_TEXT, AT(database), OPTIONS_DATABASE,
     "the database file; made and filled when it does not exist", .hint = "FILE"},
    {"address", OPTION_ADDRESS, AT(address), "127.0.0.1", "the address to listen on; 0.0.0.0 or :: for all",
     .hint = "ADDRESS"},
    {"port", OPTION_NUMBER, AT(port), "8080", "the port to listen on; 0 takes a free one, printed at start",
     .hint = "PORT", .maximum = 65535},
    {"threads", OPTION_THREADS, AT(threads), NULL, "loops that serve requests", .hint = "N", .minimum = 1,
     .maximum = THREADS_MAX, .fallback_words = "the processors available"},
    {"cors-origins", OPTION_ORIGINS, AT(cors_origins), "*",
     "origins whose pages may read: *, none, or a comma-separated list", .hint = "LIST"},
    {"trusted-proxies", OPTION_RANGES, AT(trusted_proxies), "",
     "addresses and ranges (10.0.0.0/8) of proxies whose X-Forwarded-For tells the client, comma-separated",
     .hint = "LIST", .fallback_words = "none"},
    {"log", OPTION_CHOICE, AT(log), "requests",
     "one JSON line a request on standard output, or nothing: requests, none", .hint = "WHAT",
     .choices = (const char *const[]){"requests", "none", NULL}},
    {"metrics", OPTION_CHOICE, AT(metrics), "on", "whether GET /metrics answers: on, off", .hint = "WHAT",
     .choices = (const char *const[]){"on", "off", NULL}},
    {"shutdown-grace-s", OPTION_NUMBER, AT(shutdown_grace_s), "10",
     "seconds that requests under way get to finish at shutdown", .hint = "N", .maximum = 3600},
    {"request-timeout-s", OPTION_NUMBER, AT(request_timeout_s), "15",
     "seconds that a request may take to arrive, all of it", .hint = "N", .minimum = 1, .maximum = 3600},
    {"response-timeout-s", OPTION_NUMBER, AT(response_timeout_s), "60",
     "seconds that a client may take to read an answer", .hint = "N", .minimum = 1, .maximum = 3600},
    {"idle-timeout-s", OPTION_NUMBER, AT(idle_timeout_s), "60",
     "seconds that a connection is kept between requests", .hint = "N", .minimum = 1, .maximum = 3600},
    {"wait-timeout-s", OPTION_NUMBER, AT(wait_timeout_s), "10",
     "seconds that a request may wait for an older data version", .hint = "N", .minimum = 1, .maximum = 3600},
    {"connections-max", OPTION_NUMBER, AT(connections_max), "4096",
     "open connections, shared among the loops", .hint = "N", .minimum = 1, .maximum = 1000000},
    {"connections-per-address", OPTION_NUMBER, AT(connections_per_address), "1024",
     "of them, by one client; a trusted proxy may open any number", .hint = "N", .minimum = 1,
     .maximum = 1000000},
    {"rate-limit", OPTION_NUMBER, AT(rate_limit), "0",
     "requests a second that one client may make for long; 0 is any number", .hint = "N", .maximum = 1000000},
    {"rate-burst", OPTION_NUMBER, AT(rate_burst), "100", "requests that it may make at once", .hint = "N",
     .minimum = 1, .maximum = 1000000},
    {"query-timeout-ms", OPTION_NUMBER, AT(query_timeout_ms), "1000",
     "milliseconds that the SQL of one request may take", .hint = "N", .minimum = 1, .maximum = 600000},
    {"snapshots-max", OPTION_NUMBER, AT(snapshots_max), "8", "older data versions kept compiled in memory",
     .hint = "N", .minimum = 1, .maximum = 1000},
    {"screenings-max", OPTION_NUMBER, AT(screenings_max), "4",
     "files that are screened at once, each taking up to 16 MB", .hint = "N", .minimum = 1, .maximum = 1000},
    {"bodies-max-mb", OPTION_NUMBER, AT(bodies_max_mb), "64",
     "MiB that the bodies of all requests under way may take, but for the first 4 KiB of each", .hint = "N",
     .minimum = 1, .maximum = 1000000},
    {"token", OPTION_SECRET, AT(token), NULL,
     "a token of the operator for writing over HTTP, of 24 characters or more", .fallback_words = "none"},
    {"token-file", OPTION_TEXT, AT(token_file), NULL, "the file that holds that token", .hint = "FILE",
     .fallback_words = "none"},
    {"token-failures-max", OPTION_NUMBER, AT(token_failures_max), "20",
     "tokens that open nothing, from one address in a minute, before it is told to wait", .hint = "N",
     .minimum = 1, .maximum = 1000000},
    {"core-dumps", OPTION_CHOICE, AT(core_dumps), "never",
     "whether the server leaves a core when it crashes, in which requests under way stand: never, allow",
     .hint = "WHETHER", .choices = (const char *const[]){"never", "allow", NULL}},
    {"bundled", OPTION_SWITCH, AT(bundled), NULL, "the data set that came with this program",
     .command = "import"},
    {"actor", OPTION_WORDS, AT(actor), IMPORTER_NAME, "who records it", .command = "import", .hint = "NAME"},
    {"note", OPTION_WORDS, AT(note), NULL, "why it is recorded", .command = "import", .hint = "TEXT",
     .fallback_words = "names the directory"},
    {"overwrite", OPTION_SWITCH, AT(overwrite), NULL,
     "documents that others edited since become what the files say; a database is replaced",
     .command = "import, restore"},
    {"keep", OPTION_SWITCH, AT(keep), NULL, "documents that others edited in the store since stay so",
     .command = "import"},
    {"name", OPTION_WORDS, AT(name), NULL, "who will write with the token", .command = "token create",
     .hint = "NAME"},
    {"scope", OPTION_SCOPES, AT(scopes), "write:chips,write:rulings,write:events",
     "what it may do: some of write:chips, write:rulings, write:events, admin", .command = "token create",
     .hint = "LIST"},
    {"overlap-hours", OPTION_NUMBER, AT(overlap_hours), "24",
     "how long the old token opens still; 0 ends it at once", .command = "token rotate", .hint = "N",
     .maximum = 8760},
    {"expires-in-days", OPTION_NUMBER, AT(expires_in_days), NULL, "how long the token is valid",
     .command = "token create, token rotate", .hint = "N",
     .fallback_words = "until it is revoked, or as long as the old one was", .minimum = 1, .maximum = 36500},
    {"hq", OPTION_TEXT, AT(hq), NULL, "where the recipient or its parent has its headquarters",
     .command = "ask, screen", .hint = "PLACE", .fallback_words = "not stated"},
    {"destination", OPTION_TEXT, AT(destination), NULL, "where the lines go that name no destination",
     .command = "screen", .hint = "PLACE", .fallback_words = "each line names its own"},
    {"date", OPTION_TEXT, AT(date), NULL, "the day of lines that name none", .command = "screen",
     .hint = "DAY", .fallback_words = "today"},
    {"known-at", OPTION_TEXT, AT(known_at), NULL, "the data version, or an instant, to answer from",
     .command = "screen", .hint = "VERSION", .fallback_words = "the latest"},
    {"format", OPTION_CHOICE, AT(format), "ndjson", "the form of the answers: ndjson, csv, json",
     .command = "screen", .hint = "FORM", .choices = (const char *const[]){"ndjson", "csv", "json", NULL}},
    {"input-format", OPTION_CHOICE, AT(input_format), "auto", "the form of the file: ndjson, csv, json",
     .command = "screen", .hint = "FORM",
     .choices = (const char *const[]){"auto", "ndjson", "csv", "json", NULL},
     .fallback_words = "by its name"},
    {"export-from", OPTION_TEXT, AT(export_from), NULL, "where it is shipped from", .command = "ask, screen",
     .hint = "PLACE", .fallback_words = "US"},
    {"at", OPTION_NUMBER, AT(at), "0", "the data version to write; 0 is the latest", .command = "export",
     .hint = "VERSION", .maximum = 2147483647},
    {"help", OPTION_SWITCH, AT(help), NULL, "print this", .command = ""},
    {"version", OPTION_SWITCH, AT(version), NULL, "print the version", .command = ""},
};
#define COUNT (sizeof table / sizeof table[0])

/* "shutdown-grace-s" as "NAVICERT_SHUTDOWN_GRACE_S". */
static void variable_of(const struct option *option, char name[static NAME_SIZE])
{
    size_t i = 0;
    for (const char *from = PREFIX; *from != '\0'; from++)
        name[i++] = *from;
    for (const char *from = option->name; *from != '\0' && i < NAME_SIZE - 1; from++)
        name[i++] = *from == '-' ? '_' : (char)toupper((unsigned char)*from);
    name[i] = '\0';
}

static bool has_variable(const struct option *option)
{
    return !option->command;
}

static bool has_flag(const struct option *option)
{
    return option->type != OPTION_SECRET;
}

static const struct option *find_flag(const char *name, size_t size)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strlen(table[i].name) == size && memcmp(table[i].name, name, size) == 0)
            return &table[i];
    }
    return NULL;
}

static const struct option *find_variable(const char *name)
{
    char candidate[NAME_SIZE];
    for (size_t i = 0; i < COUNT; i++) {
        variable_of(&table[i], candidate);
        if (has_variable(&table[i]) && strcmp(candidate, name) == 0)
            return &table[i];
    }
    return NULL;
}

/* The nearest known name, "" when none is near. */
static void suggest(const char *mistyped, bool variable, char nearest[static NAME_SIZE])
{
    unsigned best = 4;
    nearest[0] = '\0';
    for (size_t i = 0; i < COUNT; i++) {
        char candidate[NAME_SIZE];
        if (variable ? !has_variable(&table[i]) : !has_flag(&table[i]))
            continue;
        if (variable)
            variable_of(&table[i], candidate);
        else
            snprintf(candidate, sizeof candidate, "--%s", table[i].name);
        const unsigned distance = names_distance(mistyped, candidate, best);
        if (distance < best) {
            best = distance;
            memcpy(nearest, candidate, NAME_SIZE);
        }
    }
}

static bool refuse_unknown(const char *mistyped, bool variable, char fault[static OPTIONS_FAULT_SIZE])
{
    char nearest[NAME_SIZE];
    suggest(mistyped, variable, nearest);
    snprintf(fault, OPTIONS_FAULT_SIZE, "%.80s is not %s; %s%s%s", mistyped,
             variable ? "a variable that navicert knows" : "a known flag",
             nearest[0] ? "did you mean " : "--help lists them all", nearest, nearest[0] ? "?" : "");
    return false;
}

static void copy_name(char name[static GIVEN_SIZE], const char *from, size_t size)
{
    const size_t kept = size < GIVEN_SIZE ? size : GIVEN_SIZE - 1;
    memcpy(name, from, kept);
    name[kept] = '\0';
}

static bool read_environment(struct options *options, char **environment,
                             char fault[static OPTIONS_FAULT_SIZE])
{
    for (char **entry = environment; *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (strncmp(*entry, PREFIX, sizeof PREFIX - 1) != 0 || !equals)
            continue;
        char name[GIVEN_SIZE];
        copy_name(name, *entry, (size_t)(equals - *entry));
        const struct option *option = find_variable(name);
        if (!option)
            return refuse_unknown(name, true, fault);
        if (!option_set(options, option, name, equals + 1, fault))
            return false;
    }
    return true;
}

static bool refuse_secret(const struct option *option, const char *flag,
                          char fault[static OPTIONS_FAULT_SIZE])
{
    char variable[NAME_SIZE];
    variable_of(option, variable);
    snprintf(fault, OPTIONS_FAULT_SIZE,
             "%s is no flag, since every user of the machine sees a command line: set %s, or %s-file", flag,
             variable, flag);
    return false;
}

/* `--name value`, `--name=value` or a switch; moves `*argv` past the value. */
static bool read_flag(struct options *options, char ***argv, char fault[static OPTIONS_FAULT_SIZE])
{
    const char *flag = **argv;
    const size_t size = strcspn(flag + 2, "=");
    const struct option *option = find_flag(flag + 2, size);
    char name[GIVEN_SIZE];
    copy_name(name, flag, size + 2);
    if (!option)
        return refuse_unknown(name, false, fault);
    if (!has_flag(option))
        return refuse_secret(option, name, fault);

    const bool has_value = flag[2 + size] == '=';
    if (option->type == OPTION_SWITCH) {
        if (has_value)
            return snprintf(fault, OPTIONS_FAULT_SIZE, "%s takes no value", name), false;
        option_turn_on(options, option);
        return true;
    }
    if (!has_value && !(*argv)[1])
        return snprintf(fault, OPTIONS_FAULT_SIZE, "%s needs a value: %s", name, option->help), false;
    const char *value = has_value ? flag + 2 + size + 1 : *++*argv;
    return option_set(options, option, name, value, fault);
}

static bool read_arguments(struct options *options, struct words *words, char **argv,
                           char fault[static OPTIONS_FAULT_SIZE])
{
    bool only_words = false;
    for (char **at = argv; *at; at++) {
        if (!only_words && strcmp(*at, "--") == 0) {
            only_words = true;
        } else if (!only_words && strcmp(*at, "-h") == 0) {
            options->help = true;
        } else if (!only_words && strncmp(*at, "--", 2) == 0) {
            if (!read_flag(options, &at, fault))
                return false;
        } else if (!only_words && (*at)[0] == '-' && (*at)[1] != '\0') {
            return refuse_unknown(*at, false, fault);
        } else if (words->count == OPTIONS_WORDS_MAX) {
            return snprintf(fault, OPTIONS_FAULT_SIZE,
                            "there are too many arguments; --help says what each command takes"),
                   false;
        } else {
            words->items[words->count++] = *at;
        }
    }
    return true;
}

bool options_read(struct options *options, struct words *words, char **argv, char **environment,
                  char fault[static OPTIONS_FAULT_SIZE])
{
    *options = (struct options){0};
    *words = (struct words){0};
    for (size_t i = 0; i < COUNT; i++)
        option_set_fallback(options, &table[i]);
    return read_environment(options, environment, fault) &&
           read_arguments(options, words, argv[0] ? argv + 1 : argv, fault);
}

/* One of the commands that the option names, separated by a comma and a space. */
static bool is_of(const struct option *option, const char *command)
{
    const size_t size = strlen(command);
    for (const char *at = option->command; at; at = strstr(at, ", ")) {
        at += 2 * (*at == ',');
        if (strncmp(at, command, size) == 0 && (at[size] == '\0' || at[size] == ','))
            return true;
    }
    return false;
}

bool options_suit_command(const struct options *options, const char *command,
                          char fault[static OPTIONS_FAULT_SIZE])
{
    struct options fallbacks = {0};
    for (size_t i = 0; i < COUNT; i++)
        option_set_fallback(&fallbacks, &table[i]);
    for (size_t i = 0; i < COUNT; i++) {
        const struct option *option = &table[i];
        if (!option->command || *option->command == '\0' || is_of(option, command))
            continue;
        if (!option_equal(options, &fallbacks, option)) {
            snprintf(fault, OPTIONS_FAULT_SIZE, "--%s belongs to the command%s %s, not to %s", option->name,
                     strchr(option->command, ',') ? "s" : "", option->command, command);
            return false;
        }
    }
    return true;
}

void options_print(FILE *to)
{
    for (size_t i = 0; i < COUNT; i++) {
        const struct option *option = &table[i];
        char flag[NAME_SIZE + 16];
        char variable[NAME_SIZE] = "";
        if (has_variable(option))
            variable_of(option, variable);
        snprintf(flag, sizeof flag, "--%s%s%s", option->name, option->hint ? " " : "",
                 option->hint ? option->hint : "");
        if (!has_flag(option))
            flag[0] = '\0';
        fprintf(to, "  %-24s %-28s %s", flag, variable, option->help);
        const char *fallback = option->fallback_words ? option->fallback_words : option->fallback;
        if (fallback)
            fprintf(to, " (default: %s)", fallback);
        if (option->command && *option->command != '\0')
            fprintf(to, " [%s]", option->command);
        fputc('\n', to);
    }
}
