#pragma once
/* One question with its decision, and how both are written: shared by eligibility, history and the terminal.
 */

#include "api/resolve.h"
#include "api/supposed.h"
#include "db/load.h"

enum explain { EXPLAIN_NONE, EXPLAIN_SUMMARY, EXPLAIN_FULL };

/* What the caller wrote, resolved. */
struct asked {
    const char *chip_text; /* NULL: the chip is only supposed */
    const char *destination_text;
    const char *hq_text; /* NULL: not stated */
    const char *export_from_text;
    bool export_from_given;
    struct chip_match chip; /* nothing was matched where the chip is supposed */
    struct place_match destination;
    struct place_match hq;
    struct place_match export_from;
    const struct supposed *supposed;     /* NULL: a recorded chip */
    const struct assumption *assumption; /* NULL: the law as it is recorded */
    struct question question;
};

struct asked_texts {
    const char *chip; /* NULL: `supposed` */
    const char *destination;
    const char *hq;          /* NULL: not stated */
    const char *export_from; /* NULL: the default */
    struct date date;        /* 0: today */
    const struct supposed *supposed;
    const struct value *circumstances; /* NULL: none stated */
    const struct assumption *assumption;
    /* Where each stands in a body; NULL: it is the parameter of that name. */
    struct {
        const char *chip;
        const char *destination;
        const char *hq;
        const char *export_from;
    } pointers;
};

/* Resolves every name, or answers the problem. What the texts point to is kept, not copied. */
enum problem answer_ask(const struct context *context, const struct asked_texts *texts, struct asked *asked,
                        struct reply *reply);

struct answer {
    const struct context *context;
    const struct asked *asked;
    const struct decision *decision;
    struct next_change next_change;
    enum explain explain;
    struct interval span; /* of a history; a question of one day has none */
};

/* The decision document of GET /v1/eligibility, compact or pretty as the writer is; its digest last,
 * unless nothing is to be explained. */
void shape_decision(struct json_out *out, const struct answer *answer);

/* One sentence or a few, plain text, for people: what, why, since it must be said. At most
 * ANSWER_SUMMARY_SIZE, cut at a sentence. */
#define ANSWER_SUMMARY_SIZE 2048
void answer_summary(const struct answer *answer, char text[static ANSWER_SUMMARY_SIZE]);

/* How a provision lapsed without having been checked: an end of its own, or else that of its suspension,
 * passed by that day. */
#define ANSWER_LAPSE_SIZE 640
void answer_lapse(const struct provision *provision, struct date day, char text[static ANSWER_LAPSE_SIZE]);

/* Whether some known doubt of the data bears on it. */
bool answer_has_doubts(const struct answer *answer);

/* Writes the members of a document into an open object. */
typedef void members_fn(struct json_out *out, const void *context);
/* A whole document with a digest of its compact text up to there, closed: what `jq -c 'del(.digest)'` prints,
 * without the newline. */
void shape_digested(struct json_out *out, members_fn *write, const void *context);

/* Parts shared with history. */
void shape_question(struct json_out *out, const struct answer *answer);
/* Notes (guidance, tariffs) belong to a day: without them for an interval. */
void shape_leg(struct json_out *out, const struct leg *leg, bool with_notes);
void shape_lapsed(struct json_out *out, const struct provision_list *lapsed);
/* Whether a leg before that one misses the field too. */
bool shape_missed_earlier(const struct decision *decision, size_t leg, const struct field *field);
void shape_possible(struct json_out *out, unsigned possible);
void shape_rulings(struct json_out *out, const struct provision_list *provisions);
/* What else a ruling says of itself where provisions are grouped under it. */
typedef void ruling_fn(struct json_out *out, const struct ruling *ruling);
void shape_grouped(struct json_out *out, const struct provision_list *provisions, ruling_fn *more);
void shape_steps(struct json_out *out, const struct answer *answer,
                 const struct leg *leg); /* explain=full: the tests behind a leg */
void shape_assumptions(struct json_out *out, const struct answer *answer);
void shape_matched(struct json_out *out, const struct answer *answer);
void shape_doubts(struct json_out *out, const struct answer *answer);

/* "Research data, not legal advice." */
extern const char answer_notice[];
