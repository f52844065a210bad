#pragma once
/* Cuts a file that arrives in any pieces into lines: those of NDJSON, the rows of CSV, or the elements of a
 * JSON array. Nothing of it is kept but the line in hand. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lines_form { LINES_NDJSON, LINES_CSV, LINES_ARRAY };

/* Of a line without its end, of a row with the line ends inside it. */
#define LINE_SIZE_MAX 8192

enum line_state {
    LINE_WHOLE,
    LINE_TOO_LONG, /* longer than LINE_SIZE_MAX: there is no text of it */
    LINE_UNCLOSED, /* of CSV: a quoted cell begins in it, or goes on in it, and does not end */
    LINE_BROKEN,   /* of an array: it breaks off here, or does not end where it should */
};

struct line {
    const char *text; /* not terminated; white space around it is cut off an element, a CR off a line */
    size_t size;
    uint32_t number; /* from 1: of the line in the file, of a row its first; of the element in the array */
    enum line_state state;
};

/* False: no more is wanted. */
typedef bool line_fn(void *context, const struct line *line);

enum lines_phase { LINES_BEFORE, LINES_INSIDE, LINES_AFTER }; /* of an array */
enum lines_cell { CELL_BEGINS, CELL_PLAIN, CELL_QUOTED, CELL_CLOSED };

/* `form`, `each` and `context` are the caller's to set; the rest begins as zeros. */
struct lines {
    enum lines_form form;
    line_fn *each;
    void *context;
    uint32_t number;  /* of the line that was told last */
    bool broken;      /* an array did not end as it should: what follows is not looked at */
    bool foreign;     /* it is no array at all */
    bool overlong;    /* the line in hand is */
    bool ended;       /* the last byte was a line end */
    uint32_t spanned; /* line ends inside the row in hand */
    enum lines_cell cell;
    enum lines_phase phase;
    unsigned marked; /* bytes of a byte order mark that were passed over; more than it has: it is too late for
                        one */
    unsigned depth;  /* of an element: objects and arrays that are open */
    bool in_text;
    bool escaped;
    bool after_comma;
    size_t held; /* of the line in hand, in `text` */
    char text[LINE_SIZE_MAX];
};

/* Tells each line that ends in these bytes; blank ones of NDJSON and CSV are counted and passed over, and so
 * is a byte order mark. False: `each` said so, or `broken` or `foreign` did. */
bool lines_take(struct lines *lines, const char *bytes, size_t size);
/* The file ends here: tells what is left. */
bool lines_end(struct lines *lines);

/* Of api/lines_array.c: the same of an array. */
bool lines_take_array(struct lines *lines, const char *bytes, size_t size);
bool lines_end_array(struct lines *lines);
/* Keeps a piece of the line in hand. */
void lines_hold(struct lines *lines, const char *bytes, size_t size);
