#pragma once
/* `navicert screen`: a file answered line by line as POST /v1/screenings does, without a server. */

#include "api/lines.h"
#include "db/store.h"

#include <stdint.h>
#include <stdio.h>

enum screen_format { SCREEN_NDJSON, SCREEN_CSV, SCREEN_JSON };

/* What holds for lines that do not say otherwise, in the words of the command line; NULL: not given. */
struct screen_ask {
    enum lines_form form;
    enum screen_format format;
    const char *destination;
    const char *hq;
    const char *export_from;
    const char *date;     /* NULL: today */
    const char *known_at; /* NULL: the latest */
};

struct screen;
/* NULL with `*code` the exit code and the fault told: 1 ours, 2 something cannot be understood. The store
 * must live as long. */
struct screen *screen_open(struct store *store, const struct screen_ask *ask, int *code);
void screen_close(struct screen *screen);

/* As screening_take. */
bool screen_take(struct screen *screen, const char *bytes, size_t size);
/* Lines so far that were answered or have a problem. */
uint32_t screen_count(const struct screen *screen);
/* The file ends here. False: it cannot be answered, which is told. */
bool screen_finish(struct screen *screen);
/* Of one that is finished: the answers, read once; 0 at the end. */
size_t screen_read(struct screen *screen, char *room, size_t size);
/* What it came to, for people. False: some line has a problem, or not all were read. */
bool screen_print_summary(const struct screen *screen, FILE *to);
