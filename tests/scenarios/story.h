#pragma once
/* The words in which the scenarios are told. A story opens the bundled data, asks as a client would and says
 * what the answer must be; what does not hold is reported with the question and what was answered.
 *
 * Every answer that is asked for is also asked again by its own `self`, and must come back byte for byte. */

#include "tests/api/stored.h"

#include <criterion/criterion.h>

void story_open(void);
void story_close(void);
#define STORY(name) TestSuite(name, .init = story_open, .fini = story_close, .timeout = 60)

/* A story that is told to a server: `fetch` gives the status and the body (the caller frees it) of a target.
 */
typedef unsigned story_fetch_fn(const char *target, char **body);
void story_open_elsewhere(story_fetch_fn *fetch);
void story_close_elsewhere(void);

/* The store of this story, to record in. */
struct stored *story_store(void);
/* The day that the server takes for today, until said otherwise 2026-10-10. */
void today_is(const char *day);
/* What was known at that instant or data version is asked about from here on; NULL: what is known now. */
void as_known_at(const char *moment);

/* The question that all expectations after it are about. Shipped from the United States to whoever it may be,
 * unless `more` ("hq=CN", "export_from=TW&hq=CN") says otherwise; date NULL: none is given. */
void ask(const char *chip, const char *destination, const char *date);
void ask_with(const char *chip, const char *destination, const char *date, const char *more);

/* A query of POST /v1/eligibility (JSON with ' for "), for what no address can say: circumstances, a chip
 * that does not exist, law as it might have been. */
void suppose(const char *query);
/* The same as if that ruling had never been made. */
void suppose_without(const char *ruling, const char *query);

/* Of the whole answer. Lists are ids joined by commas, in the order of the answer. */
void expect_outcome(const char *outcome);
void expect_said(const char *words); /* in the summary */
void expect_not_said(const char *words);
void expect_pending(const char *ruling);
void expect_not_pending(const char *ruling);
void expect_suspended(const char *rulings);
void expect_caveat(const char *circumstance);
void expect_doubt(const char *id);
void expect_no_doubt(const char *id);
void expect_lapsed(const char *rulings);
void expect_next_change(const char *date, const char *changed_by); /* NULL: none is scheduled */

/* Of the American leg, which comes first. */
void expect_because(const char *rulings);
void expect_policy(const char *policy);   /* NULL: none is given */
void expect_classified(const char *eccn); /* NULL: it is not */
void expect_exception(const char *name);  /* NULL: none is available */
void expect_conditions(const char *types);
void expect_condition(const char *type, double value);
void expect_note(const char *provision);
/* A comparison that was made for the provision, and how far from its line the chip lies. */
void expect_margin(const char *provision, const char *test, double value, double margin);

/* Of the import side, the last leg. */
void expect_import(const char *status, const char *rulings);
void expect_import_note(const char *provision);

/* The same question with strict=true is refused, naming each of the provisions. */
void expect_strict_refuses(const char *provisions);
void expect_strict_answers(void);

/* One interval of a history; NULL ends a table. */
struct chapter {
    const char *from;
    const char *outcome;
    const char *policy; /* of the American leg */
    const char *import;
    const char *changed_by;
};
/* The history from the first chapter's day on consists of exactly these. */
void expect_history(const char *chip, const char *destination, const char *more,
                    const struct chapter *chapters);

/* For expectations that no word is there for: what was asked and answered last, and how a failure is told. */
const json_t *story_answer(void);
const char *story_question(void);
unsigned story_fetch(const char *target, char **body);
void story_ask(const char *operation, const char *chip, const char *destination, const char *rest);
void story_expect_text(const char *what, const char *wanted, const char *given);
void story_expect_ids(const char *what, const char *wanted, const char *path);
void story_expect_that(bool holds, const char *what, const char *of);
