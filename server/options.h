#pragma once
/* What can be set from outside, by NAVICERT_* variables and by flags of the same names; flags win. */

#include "db/tokens.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum core_dumps { CORE_DUMPS_NEVER, CORE_DUMPS_ALLOW };
enum log_mode { LOG_REQUESTS, LOG_NONE };
enum metrics_mode { METRICS_ON, METRICS_OFF };
enum output_format { OUTPUT_NDJSON, OUTPUT_CSV, OUTPUT_JSON };
enum input_format { INPUT_BY_NAME, INPUT_NDJSON, INPUT_CSV, INPUT_JSON };

struct options {
    const char *database;
    const char *address; /* an IPv4 or IPv6 address, without brackets */
    unsigned port;       /* 0: any free one */
    unsigned threads;
    const char *cors_origins;    /* "*", "none" or a comma-separated list */
    const char *trusted_proxies; /* addresses and ranges, comma-separated; "" */
    enum log_mode log;
    enum metrics_mode metrics;
    unsigned shutdown_grace_s;
    unsigned request_timeout_s;
    unsigned response_timeout_s;
    unsigned idle_timeout_s;
    unsigned wait_timeout_s;
    unsigned connections_max;
    unsigned connections_per_address;
    unsigned rate_limit; /* requests a second of a client; 0: any number */
    unsigned rate_burst;
    unsigned query_timeout_ms;
    unsigned snapshots_max;
    unsigned screenings_max;
    unsigned bodies_max_mb;
    const char *token_file;
    char *token; /* the operator's, as the environment has it, until secret_load; NULL: there is none */
    struct operator_token operator; /* of which that leaves the hash alone */
    unsigned token_failures_max;
    enum core_dumps core_dumps;
    /* of single commands: */
    unsigned at;                    /* export --at */
    bool bundled;                   /* import --bundled */
    const char *actor;              /* import --actor */
    const char *note;               /* import --note */
    bool overwrite;                 /* import and restore --overwrite */
    bool keep;                      /* import --keep */
    const char *name;               /* token create --name */
    unsigned expires_in_days;       /* token create and rotate --expires-in-days; 0: never, as the old one */
    unsigned scopes;                /* token create --scope */
    unsigned overlap_hours;         /* token rotate --overlap-hours */
    const char *hq;                 /* ask and screen --hq; NULL: not stated */
    const char *export_from;        /* ask and screen --export-from; NULL: the default */
    const char *destination;        /* screen --destination; NULL: each line names its own */
    const char *date;               /* screen --date; NULL: today */
    const char *known_at;           /* screen --known-at; NULL: the latest */
    enum output_format format;      /* screen --format */
    enum input_format input_format; /* screen --input-format */
    bool help;
    bool version;
};

/* The database where none is named. */
#define OPTIONS_DATABASE "navicert.db"
#define OPTIONS_FAULT_SIZE 400
#define OPTIONS_WORDS_MAX 8

/* The command line without its flags: the command and its arguments. */
struct words {
    const char *items[OPTIONS_WORDS_MAX];
    size_t count;
};

/* Everything is borrowed from `argv` and `environment`. False: `fault` is one sentence that names what is
 * wrong and what is allowed. */
bool options_read(struct options *options, struct words *words, char **argv, char **environment,
                  char fault[static OPTIONS_FAULT_SIZE]);

/* The table of options with their defaults, for --help. */
void options_print(FILE *to);
/* The flags that only `command` has; false when a flag of another command was given, `fault` saying so. */
bool options_suit_command(const struct options *options, const char *command,
                          char fault[static OPTIONS_FAULT_SIZE]);
