/* Asks, keeps the answer, and compares. */
#include "tests/scenarios/story.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct stored *store;
static json_t *answer;
static char question[512]; /* as it was asked */
static int64_t known_at;

void story_open(void)
{
    store = stored_open_bundled();
    today_is("2026-10-10");
}

void story_close(void)
{
    json_decref(answer);
    stored_close(store);
}

struct stored *story_store(void)
{
    return store;
}

void today_is(const char *day)
{
    cr_assert(date_parse(day, &store->request.today));
}

void as_known_at(int64_t version)
{
    known_at = version;
}

static const char *text_of(const char *path)
{
    const char *text = stored_text(answer, path);
    return text ? text : "null";
}

/* The answer in short: its summary, or of a history when it said what. */
static const char *in_short(void)
{
    static char text[4096];
    size_t used = 0;
    size_t i;
    const json_t *interval;
    if (stored_text(answer, "summary"))
        return stored_text(answer, "summary");
    json_array_foreach(stored_at(answer, "intervals"), i, interval)
    {
        used += (size_t)snprintf(text + used, sizeof text - used, "%s from %s %s", i ? "," : "",
                                 stored_text(interval, "from"), stored_text(interval, "outcome"));
        cr_assert_lt(used, sizeof text);
    }
    return text;
}

/* What was asked and what was said to it, for whoever reads that it was wrong. */
#define QUOTED "%s\n  asked: %s\n  answered: %s"
#define QUOTE(what) what, question, in_short()

static void expect_text(const char *what, const char *wanted, const char *given)
{
    char difference[1024];
    snprintf(difference, sizeof difference, "%s must be %s, not %s", what, wanted ? wanted : "null",
             given ? given : "null");
    cr_expect(wanted && given ? strcmp(wanted, given) == 0 : wanted == given, QUOTED, QUOTE(difference));
}

static void expect_ids(const char *what, const char *wanted, const char *path)
{
    expect_text(what, wanted, stored_ids(stored_at(answer, path)));
}

static void expect_that(bool holds, const char *what, const char *of)
{
    char sentence[512];
    snprintf(sentence, sizeof sentence, "%s: %s", what, of);
    cr_expect(holds, QUOTED, QUOTE(sentence));
}

static bool is_among(const char *path, const char *key, const char *id)
{
    size_t i;
    const json_t *item;
    json_array_foreach(stored_at(answer, path), i, item)
    {
        const char *found = json_is_string(item) ? json_string_value(item) : stored_text(item, key);
        if (found && strcmp(found, id) == 0)
            return true;
    }
    return false;
}

static void expect_reproducible(void)
{
    char *body = strndup(store->reply.out.text, store->reply.out.size);
    char *self = strdup(text_of("self"));
    cr_assert_eq(stored_ask(store, self), 200, "%s", self);
    cr_expect(strlen(body) == store->reply.out.size && memcmp(body, store->reply.out.text, strlen(body)) == 0,
              "%s is answered otherwise than %s", self, question);
    free(body);
    free(self);
}

static void put_question(const char *operation, const char *chip, const char *destination, const char *rest)
{
    const int size = snprintf(question, sizeof question, "/v1/%s?chip=%s&destination=%s%s", operation, chip,
                              destination, rest);
    if (known_at)
        snprintf(question + size, sizeof question - (size_t)size, "&known_at=%lld", (long long)known_at);
    json_decref(answer);
    answer = stored_get(store, question);
}

void ask_with(const char *chip, const char *destination, const char *date, const char *more)
{
    char rest[256];
    snprintf(rest, sizeof rest, "%s%s%s%s&explain=full", date ? "&date=" : "", date ? date : "",
             more ? "&" : "", more ? more : "");
    put_question("eligibility", chip, destination, rest);
    expect_reproducible();
}

void ask(const char *chip, const char *destination, const char *date)
{
    ask_with(chip, destination, date, NULL);
}

void expect_outcome(const char *outcome)
{
    expect_text("outcome", outcome, stored_text(answer, "outcome"));
}

void expect_said(const char *words)
{
    expect_that(strstr(text_of("summary"), words) != NULL, "must be said", words);
}

void expect_not_said(const char *words)
{
    expect_that(strstr(text_of("summary"), words) == NULL, "must not be said", words);
}

void expect_pending(const char *ruling)
{
    expect_that(is_among("pending", "id", ruling), "must be pending", ruling);
}

void expect_not_pending(const char *ruling)
{
    expect_that(!is_among("pending", "id", ruling), "must not be pending", ruling);
}

void expect_suspended(const char *rulings)
{
    expect_ids("suspended", rulings, "suspended");
}

void expect_caveat(const char *circumstance)
{
    expect_that(is_among("caveats", NULL, circumstance), "must be a caveat", circumstance);
}

void expect_doubt(const char *id)
{
    expect_that(is_among("doubts", "id", id), "must be a doubt", id);
}

void expect_no_doubt(const char *id)
{
    expect_that(!is_among("doubts", "id", id), "must not be a doubt", id);
}

void expect_lapsed(const char *rulings)
{
    expect_ids("lapsed_unverified", rulings, "currency.lapsed_unverified");
}

void expect_next_change(const char *date, const char *changed_by)
{
    expect_text("next_change.date", date, stored_text(answer, "next_change.date"));
    if (date)
        expect_ids("next_change.changed_by", changed_by, "next_change.changed_by");
}

void expect_because(const char *rulings)
{
    expect_ids("because", rulings, "legs.0.because");
}

void expect_policy(const char *policy)
{
    expect_text("policy", policy, stored_text(answer, "legs.0.policy"));
}

void expect_classified(const char *eccn)
{
    expect_text("eccn", eccn, stored_text(answer, "legs.0.eccn"));
}

void expect_exception(const char *name)
{
    expect_text("exception", name, stored_text(answer, "legs.0.exception.name"));
}

void expect_conditions(const char *types)
{
    json_t *given = json_array();
    size_t i;
    const json_t *condition;
    json_array_foreach(stored_at(answer, "legs.0.conditions"), i, condition)
        json_array_append(given, json_object_get(condition, "type"));
    expect_text("conditions", types, stored_ids(given));
    json_decref(given);
}

void expect_condition(const char *type, double value)
{
    size_t i;
    const json_t *condition;
    bool found = false;
    json_array_foreach(stored_at(answer, "legs.0.conditions"), i, condition)
    {
        const double given = json_number_value(json_object_get(condition, "value"));
        found = found || (strcmp(stored_text(condition, "type"), type) == 0 && fabs(given - value) < 1e-9);
    }
    char wanted[128];
    snprintf(wanted, sizeof wanted, "%s of %g", type, value);
    expect_that(found, "must be a condition", wanted);
}

void expect_note(const char *provision)
{
    expect_that(is_among("legs.0.notes", "provision", provision), "must be noted", provision);
}

/* The first step of the provision with that test. */
static const json_t *find_step(const char *provision, const char *test)
{
    size_t i;
    const json_t *step;
    json_array_foreach(stored_at(answer, "legs.0.steps"), i, step)
    {
        const char *made = stored_text(step, "test");
        if (strcmp(stored_text(step, "provision"), provision) == 0 && made && strcmp(made, test) == 0)
            return step;
    }
    return NULL;
}

void expect_margin(const char *provision, const char *test, double value, double margin)
{
    const json_t *step = find_step(provision, test);
    char given[256];
    snprintf(given, sizeof given, "%s of %s: %g lies %g from the line", test, provision,
             json_number_value(json_object_get(step, "value")),
             json_number_value(json_object_get(step, "margin")));
    char wanted[256];
    snprintf(wanted, sizeof wanted, "%s of %s: %g lies %g from the line", test, provision, value, margin);
    expect_text("margin", wanted, step ? given : "not tested");
}

static void import_path(char path[static 64], const char *member)
{
    snprintf(path, 64, "legs.%zu.%s", json_array_size(stored_at(answer, "legs")) - 1, member);
}

void expect_import(const char *status, const char *rulings)
{
    char path[64];
    import_path(path, "side");
    expect_text("the last leg's side", "import", stored_text(answer, path));
    import_path(path, "status");
    expect_text("import", status, stored_text(answer, path));
    import_path(path, "because");
    expect_ids("import because", rulings, path);
}

void expect_import_note(const char *provision)
{
    char path[64];
    import_path(path, "notes");
    expect_that(is_among(path, "provision", provision), "must be noted of the import", provision);
}

static unsigned ask_strictly(void)
{
    char strict[600];
    snprintf(strict, sizeof strict, "%s&strict=true", question);
    return stored_ask(store, strict);
}

void expect_strict_refuses(const char *provisions)
{
    char *list = strdup(provisions);
    const unsigned status = ask_strictly();
    expect_that(status == 409 && strstr(store->reply.out.text, "\"stale_data\""), "strict must refuse",
                store->reply.out.text);
    for (char *rest = list, *provision; (provision = strsep(&rest, ","));) {
        char quoted[160];
        snprintf(quoted, sizeof quoted, "(%s)", provision);
        expect_that(strstr(store->reply.out.text, quoted) != NULL, "strict must name", provision);
    }
    free(list);
}

void expect_strict_answers(void)
{
    expect_that(ask_strictly() == 200, "strict must answer", store->reply.out.text);
}

static void expect_chapter(size_t i, const struct chapter *chapter)
{
    char path[64];
    char what[128];
    const struct {
        const char *member;
        const char *wanted;
    } texts[] = {{"from", chapter->from},
                 {"until", chapter[1].from},
                 {"outcome", chapter->outcome},
                 {"legs.0.policy", chapter->policy},
                 {"legs.1.status", chapter->import}};
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        snprintf(path, sizeof path, "intervals.%zu.%s", i, texts[k].member);
        snprintf(what, sizeof what, "%s from %s", texts[k].member, chapter->from);
        expect_text(what, texts[k].wanted, stored_text(answer, path));
    }
    snprintf(path, sizeof path, "intervals.%zu.changed_by", i);
    snprintf(what, sizeof what, "changed_by from %s", chapter->from);
    expect_ids(what, chapter->changed_by, path);
}

void expect_history(const char *chip, const char *destination, const char *more,
                    const struct chapter *chapters)
{
    char rest[256];
    size_t count = 0;
    snprintf(rest, sizeof rest, "&from=%s%s%s", chapters->from, more ? "&" : "", more ? more : "");
    put_question("history", chip, destination, rest);
    for (; chapters[count].from; count++)
        expect_chapter(count, &chapters[count]);
    char wanted[32];
    char given[32];
    snprintf(wanted, sizeof wanted, "%zu", count);
    snprintf(given, sizeof given, "%zu", json_array_size(stored_at(answer, "intervals")));
    expect_text("the number of intervals", wanted, given);
}
