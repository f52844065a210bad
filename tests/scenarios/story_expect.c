/* What an answer must say. */
#include "tests/scenarios/story.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const json_t *at(const char *path)
{
    return stored_at(story_answer(), path);
}

static const char *text_at(const char *path)
{
    return stored_text(story_answer(), path);
}

static bool is_among(const char *path, const char *key, const char *id)
{
    size_t i;
    const json_t *item;
    json_array_foreach(at(path), i, item)
    {
        const char *found = json_is_string(item) ? json_string_value(item) : stored_text(item, key);
        if (found && strcmp(found, id) == 0)
            return true;
    }
    return false;
}

void expect_outcome(const char *outcome)
{
    story_expect_text("outcome", outcome, text_at("outcome"));
}

void expect_said(const char *words)
{
    story_expect_that(strstr(text_at("summary"), words) != NULL, "must be said", words);
}

void expect_not_said(const char *words)
{
    story_expect_that(strstr(text_at("summary"), words) == NULL, "must not be said", words);
}

void expect_pending(const char *ruling)
{
    story_expect_that(is_among("pending", "id", ruling), "must be pending", ruling);
}

void expect_not_pending(const char *ruling)
{
    story_expect_that(!is_among("pending", "id", ruling), "must not be pending", ruling);
}

void expect_suspended(const char *rulings)
{
    story_expect_ids("suspended", rulings, "suspended");
}

void expect_caveat(const char *circumstance)
{
    story_expect_that(is_among("caveats", NULL, circumstance), "must be a caveat", circumstance);
}

void expect_doubt(const char *id)
{
    story_expect_that(is_among("doubts", "id", id), "must be a doubt", id);
}

void expect_no_doubt(const char *id)
{
    story_expect_that(!is_among("doubts", "id", id), "must not be a doubt", id);
}

void expect_lapsed(const char *rulings)
{
    story_expect_ids("lapsed_unverified", rulings, "currency.lapsed_unverified");
}

void expect_next_change(const char *date, const char *changed_by)
{
    story_expect_text("next_change.date", date, text_at("next_change.date"));
    if (date)
        story_expect_ids("next_change.changed_by", changed_by, "next_change.changed_by");
}

void expect_because(const char *rulings)
{
    story_expect_ids("because", rulings, "legs.0.because");
}

void expect_policy(const char *policy)
{
    story_expect_text("policy", policy, text_at("legs.0.policy"));
}

void expect_classified(const char *eccn)
{
    story_expect_text("eccn", eccn, text_at("legs.0.eccn"));
}

void expect_exception(const char *name)
{
    story_expect_text("exception", name, text_at("legs.0.exception.name"));
}

void expect_conditions(const char *types)
{
    json_t *given = json_array();
    size_t i;
    const json_t *condition;
    json_array_foreach(at("legs.0.conditions"), i, condition)
        json_array_append(given, json_object_get(condition, "type"));
    story_expect_text("conditions", types, stored_ids(given));
    json_decref(given);
}

void expect_condition(const char *type, double value)
{
    size_t i;
    const json_t *condition;
    bool found = false;
    json_array_foreach(at("legs.0.conditions"), i, condition)
    {
        const double given = json_number_value(json_object_get(condition, "value"));
        found = found || (strcmp(stored_text(condition, "type"), type) == 0 && fabs(given - value) < 1e-9);
    }
    char wanted[128];
    snprintf(wanted, sizeof wanted, "%s of %g", type, value);
    story_expect_that(found, "must be a condition", wanted);
}

void expect_note(const char *provision)
{
    story_expect_that(is_among("legs.0.notes", "provision", provision), "must be noted", provision);
}

/* The first step of the provision with that test. */
static const json_t *find_step(const char *provision, const char *test)
{
    size_t i;
    const json_t *step;
    json_array_foreach(at("legs.0.steps"), i, step)
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
    story_expect_text("margin", wanted, step ? given : "not tested");
}

static void import_path(char path[static 64], const char *member)
{
    snprintf(path, 64, "legs.%zu.%s", json_array_size(at("legs")) - 1, member);
}

void expect_import(const char *status, const char *rulings)
{
    char path[64];
    import_path(path, "side");
    story_expect_text("the last leg's side", "import", text_at(path));
    import_path(path, "status");
    story_expect_text("import", status, text_at(path));
    import_path(path, "because");
    story_expect_ids("import because", rulings, path);
}

void expect_import_note(const char *provision)
{
    char path[64];
    import_path(path, "notes");
    story_expect_that(is_among(path, "provision", provision), "must be noted of the import", provision);
}

static unsigned ask_strictly(char **body)
{
    char strict[600];
    snprintf(strict, sizeof strict, "%s&strict=true", story_question());
    return story_fetch(strict, body);
}

void expect_strict_refuses(const char *provisions)
{
    char *body = NULL;
    char *list = strdup(provisions);
    const unsigned status = ask_strictly(&body);
    story_expect_that(status == 409 && strstr(body, "\"stale_data\""), "strict must refuse", body);
    for (char *rest = list, *provision; (provision = strsep(&rest, ","));) {
        char quoted[160];
        snprintf(quoted, sizeof quoted, "(%s)", provision);
        story_expect_that(strstr(body, quoted) != NULL, "strict must name", provision);
    }
    free(list);
    free(body);
}

void expect_strict_answers(void)
{
    char *body = NULL;
    story_expect_that(ask_strictly(&body) == 200, "strict must answer", body);
    free(body);
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
        story_expect_text(what, texts[k].wanted, text_at(path));
    }
    snprintf(path, sizeof path, "intervals.%zu.changed_by", i);
    snprintf(what, sizeof what, "changed_by from %s", chapter->from);
    story_expect_ids(what, chapter->changed_by, path);
}

void expect_history(const char *chip, const char *destination, const char *more,
                    const struct chapter *chapters)
{
    char rest[256];
    size_t count = 0;
    snprintf(rest, sizeof rest, "&from=%s%s%s", chapters->from, more ? "&" : "", more ? more : "");
    story_ask("history", chip, destination, rest);
    for (; chapters[count].from; count++)
        expect_chapter(count, &chapters[count]);
    char wanted[32];
    char given[32];
    snprintf(wanted, sizeof wanted, "%zu", count);
    snprintf(given, sizeof given, "%zu", json_array_size(at("intervals")));
    story_expect_text("the number of intervals", wanted, given);
}
