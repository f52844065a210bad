#pragma once
/* A file of questions, answered line by line: lines come in as they arrive, each becomes a record of twelve
 * bytes, and from the records the answers are written when they are read. One data version answers all of it.
 */

#include "api/lines.h"
#include "api/operation.h"
#include "api/source.h"
#include "rules/decide.h"

struct context;
struct screening;

/* What holds for every line that does not say otherwise. */
struct screening_terms {
    enum lines_form form;
    enum list_format format;           /* of the answers */
    const struct list_info *info;      /* whose members are the columns */
    const char *destination;           /* NULL: each line must name its own */
    const char *hq;                    /* NULL: not stated */
    const char *export_from;           /* NULL: the default */
    struct date date;                  /* 0: the day of the request */
    const struct value *circumstances; /* by field; NULL: none stated. Their texts must live as long */
};

/* Holds the rules of the context, and nothing else of it, until it is closed. Else the reply says what is
 * wrong. */
enum problem screening_open(const struct context *context, const struct screening_terms *terms,
                            struct screening **screening, struct reply *reply);
void screening_close(struct screening *screening);

/* A piece of the file, cut anywhere. False: no more is wanted, and screening_finish will say why. */
bool screening_take(struct screening *screening, const char *bytes, size_t size);
/* The sentence with which it will; NULL: nothing is wrong so far that concerns the whole file. */
const char *screening_refusal(const struct screening *screening, enum problem *problem);
/* The file ends here. Else the reply says what is wrong with all of it. */
enum problem screening_finish(struct screening *screening, struct reply *reply);

/* Of one that is finished. How many lines were answered or faulted so far: */
uint32_t screening_count(const struct screening *screening);
/* Every line was answered, and all were read. */
bool screening_is_clean(const struct screening *screening);
/* {"summary": {…}}. */
void screening_summarize(const struct screening *screening, struct json_out *out);
/* The counts for a header (a dictionary of RFC 9651), from malloc; NULL when memory is short. */
char *screening_counts(const struct screening *screening);
/* The data version that answers. */
int64_t screening_version(const struct screening *screening);
/* All answers in the form asked for, to be read once. The screening must outlive its last read. NULL when
 * memory is short. */
struct source *screening_source(struct screening *screening);
