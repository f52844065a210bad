/* Asks, keeps the answer, and compares. */
#include "tests/scenarios/story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct stored *store;
static story_fetch_fn *fetch;
static json_t *answer;
static char question[512];   /* as it was asked */
static const char *known_at; /* NULL: now */

static unsigned fetch_stored(const char *target, char **body)
{
    const unsigned status = stored_ask(store, target);
    *body = strndup(store->reply.out.text, store->reply.out.size);
    return status;
}

void story_open(void)
{
    store = stored_open_bundled();
    fetch = fetch_stored;
    today_is("2026-10-10");
}

void story_close(void)
{
    json_decref(answer);
    stored_close(store);
}

void story_open_elsewhere(story_fetch_fn *how)
{
    fetch = how;
}

void story_close_elsewhere(void)
{
    json_decref(answer);
}

struct stored *story_store(void)
{
    return store;
}

const json_t *story_answer(void)
{
    return answer;
}

const char *story_question(void)
{
    return question;
}

void today_is(const char *day)
{
    cr_assert(date_parse(day, &store->request.today));
}

void as_known_at(const char *moment)
{
    known_at = moment;
}

/* The answer in short: its summary, or of a history when it said what. */
static const char *in_short(void)
{
    static char text[4096];
    size_t i;
    const json_t *interval;
    if (stored_text(answer, "summary"))
        return stored_text(answer, "summary");
    text[0] = '\0';
    json_array_foreach(stored_at(answer, "intervals"), i, interval)
    {
        cr_assert_lt(strlen(text), sizeof text - 64);
        strcat(strcat(text, i ? ", from " : "from "), stored_text(interval, "from"));
        strcat(strcat(text, " "), stored_text(interval, "outcome"));
    }
    return text;
}

/* What was asked and what was said to it, for whoever reads that it was wrong. */
#define QUOTED "%s\n  asked: %s\n  answered: %s"
#define QUOTE(what) what, question, in_short()

void story_expect_text(const char *what, const char *wanted, const char *given)
{
    char difference[1024];
    snprintf(difference, sizeof difference, "%s must be %s, not %s", what, wanted ? wanted : "null",
             given ? given : "null");
    cr_expect(wanted && given ? strcmp(wanted, given) == 0 : wanted == given, QUOTED, QUOTE(difference));
}

void story_expect_ids(const char *what, const char *wanted, const char *path)
{
    story_expect_text(what, wanted, stored_ids(stored_at(answer, path)));
}

void story_expect_that(bool holds, const char *what, const char *of)
{
    char sentence[512];
    snprintf(sentence, sizeof sentence, "%s: %s", what, of);
    cr_expect(holds, QUOTED, QUOTE(sentence));
}

/* Its permanent address gives the same bytes. */
static void expect_reproducible(const char *body)
{
    const char *self = stored_text(answer, "self");
    char *again = NULL;
    if (!self)
        return;
    cr_assert_eq(fetch(self, &again), 200, "%s: %s", self, again);
    cr_expect_str_eq(again, body, "%s is answered otherwise than %s", self, question);
    free(again);
}

unsigned story_fetch(const char *target, char **body)
{
    return fetch(target, body);
}

void story_ask(const char *operation, const char *chip, const char *destination, const char *rest)
{
    const int size = snprintf(question, sizeof question, "/v1/%s?chip=%s&destination=%s%s", operation, chip,
                              destination, rest);
    if (known_at)
        snprintf(question + size, sizeof question - (size_t)size, "&known_at=%s", known_at);
    char *body = NULL;
    cr_assert_eq(fetch(question, &body), 200, "%s: %s", question, body);
    json_decref(answer);
    answer = json_loads(body, JSON_REJECT_DUPLICATES, NULL);
    cr_assert(answer, "%s: %s", question, body);
    expect_reproducible(body);
    free(body);
}

void suppose(const char *query)
{
    suppose_without(NULL, query);
}

void suppose_without(const char *ruling, const char *query)
{
    const int size =
        snprintf(question, sizeof question, "{'explain':'full','assume':{'without':[%s%s%s]},'queries':[%s]}",
                 ruling ? "'" : "", ruling ? ruling : "", ruling ? "'" : "", query);
    cr_assert_lt((size_t)size, sizeof question);
    json_t *answers = stored_post(store, "/v1/eligibility", question);
    json_decref(answer);
    answer = json_incref(json_object_get(json_array_get(json_object_get(answers, "items"), 0), "decision"));
    cr_assert(answer, "%s", stored_text(answers, "items.0.problem.detail"));
    json_decref(answers);
}

void ask_with(const char *chip, const char *destination, const char *date, const char *more)
{
    char rest[256];
    snprintf(rest, sizeof rest, "%s%s%s%s&explain=full", date ? "&date=" : "", date ? date : "",
             more ? "&" : "", more ? more : "");
    story_ask("eligibility", chip, destination, rest);
}

void ask(const char *chip, const char *destination, const char *date)
{
    ask_with(chip, destination, date, NULL);
}
