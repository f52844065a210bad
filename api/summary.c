/* The answer in words, put together from the decision: what was asked, each leg, and how sure that is. */
#include "api/answer.h"
#include "api/circumstances.h"
#include "api/summary_leg.h"
#include "api/value.h"
#include "rules/words.h"

#include <stdio.h>
#include <string.h>

static bool has_ended(const struct provision *provision, struct date day)
{
    return provision->in_force.until.ymd != 0 && provision->in_force.until.ymd <= day.ymd;
}

void answer_lapse(const struct provision *provision, struct date day, char text[static ANSWER_LAPSE_SIZE])
{
    const bool ended = has_ended(provision, day);
    char verified[DATE_TEXT_SIZE];
    date_format(provision->ruling->verified_through, verified);
    snprintf(text, ANSWER_LAPSE_SIZE,
             "%s\"%.300s\" (%.128s) ended by the calendar%s; that was not checked after %s",
             ended ? "" : "The suspension of ", provision->ruling->title, provision->id,
             ended ? "" : ", so that it counts as in force again", verified);
}

static void say_lapse(struct prose *prose, const struct provision *provision, struct date day)
{
    char text[ANSWER_LAPSE_SIZE];
    answer_lapse(provision, day, text);
    say(prose, "%s", text);
    end_sentence(prose);
}

/* The end of a suspension is told of what it set free. */
static bool is_worth_telling(const struct provision *lapsed, struct date day)
{
    return lapse_counts(lapsed) && (lapsed->effect != EFFECT_SUSPEND || !has_ended(lapsed, day));
}

/* More lapses than this are counted, not told. */
#define LAPSES_TOLD_MAX 2

static void say_lapses(struct prose *prose, const struct answer *answer)
{
    const struct provision_list *lapsed = &answer->decision->lapsed_unverified;
    const struct date day = answer->asked->question.date;
    size_t told = 0;
    for (size_t i = 0; i < lapsed->count; i++) {
        if (is_worth_telling(lapsed->items[i], day) && told++ < LAPSES_TOLD_MAX)
            say_lapse(prose, lapsed->items[i], day);
    }
    if (told > LAPSES_TOLD_MAX) {
        say(prose, "So did %zu more: see currency.lapsed_unverified", told - LAPSES_TOLD_MAX);
        end_sentence(prose);
    }
}

/* A permissive answer says what it takes for granted. */
static void say_caveats(struct prose *prose, const struct decision *decision)
{
    if (decision->outcome != STATUS_NO_LICENSE_REQUIRED &&
        decision->outcome != STATUS_LICENSE_EXCEPTION_AVAILABLE)
        return;
    for (size_t i = 0; i < decision->caveat_count; i++) {
        say(prose, "%s", i == 0 ? "Not stated, and could change this: " : ", ");
        say_words(prose, decision->caveats[i]->name);
    }
    if (decision->caveat_count > 0) {
        end_sentence(prose);
    }
}

static void say_count(struct prose *prose, const char *what, const struct provision_list *provisions)
{
    const size_t rulings = summary_count_rulings(provisions);
    if (rulings == 0)
        return;
    say(prose, "%s: %zu ruling%s", what, rulings, rulings > 1 ? "s" : "");
    end_sentence(prose);
}

static void say_doubt(struct prose *prose, const struct answer *answer)
{
    const struct decision *decision = answer->decision;
    say_caveats(prose, decision);
    if (answer_has_doubts(answer)) {
        say(prose, "Known doubts of the data bear on this: see doubts");
        end_sentence(prose);
    }
    say_lapses(prose, answer);
    say_count(prose, "Announced or proposed and not in force", &decision->pending);
    say_count(prose, "In print but suspended and not counted", &decision->suspended);
    const struct date verified = answer->context->rules->verified_through;
    if (decision->projected && verified.ymd != 0) {
        char day[DATE_TEXT_SIZE];
        date_format(verified, day);
        say(prose, "The date lies after %s, the last day to which all rulings were checked", day);
        end_sentence(prose);
    }
}

/* "NVIDIA H20" */
static void say_chip(struct prose *prose, const struct chip *chip)
{
    const char *vendor = chip->specification.vendor;
    if (vendor && strncmp(chip->name, vendor, strlen(vendor)) != 0)
        say(prose, "%s ", vendor);
    say(prose, "%s", chip->name);
}

static void say_supposed(struct prose *prose, const struct supposed *supposed)
{
    if (supposed->chip.name)
        say(prose, "\"%s\", a", supposed->chip.name);
    else
        say(prose, "A");
    say(prose, " hypothetical chip");
    if (supposed->like_text) {
        say(prose, " like ");
        say_chip(prose, supposed->like.chip);
    }
    say(prose, "%s", supposed->chip.name ? "," : "");
}

struct telling {
    struct prose *prose;
    size_t told;
};

static void say_circumstance(const struct field *field, const struct value *value, void *context)
{
    struct telling *telling = context;
    char text[VALUE_TEXT_SIZE];
    value_format(*value, text);
    say(telling->prose, "%s", telling->told++ == 0 ? ", where " : " and ");
    say_words(telling->prose, field->name);
    say(telling->prose, " is %s", text);
}

/* More rulings than this are counted, not named. */
#define ASSUMED_TOLD_MAX 3

static void say_ids(struct prose *prose, const char *before, const json_t *list)
{
    const size_t count = json_array_size(list);
    for (size_t i = 0; i < count && i < ASSUMED_TOLD_MAX; i++) {
        const json_t *item = json_array_get(list, i);
        say(prose, "%s%s", i == 0 ? before : ", ",
            json_string_value(json_is_object(item) ? json_object_get(item, "id") : item));
    }
    if (count > ASSUMED_TOLD_MAX)
        say(prose, " and %zu more", count - ASSUMED_TOLD_MAX);
}

/* Of whom and of what: a note that is copied elsewhere must say all that was asked. */
static void say_question(struct prose *prose, const struct answer *answer)
{
    const struct asked *asked = answer->asked;
    const struct question *question = &asked->question;
    struct telling telling = {prose, 0};
    char day[DATE_TEXT_SIZE];
    date_format(question->date, day);
    if (asked->supposed)
        say_supposed(prose, asked->supposed);
    else
        say_chip(prose, question->chip);
    say(prose, " to %s", question->destination->name);
    if (strcmp(question->export_from->code, ITEM_JURISDICTION) != 0)
        say(prose, " from %s", question->export_from->name);
    if (question->headquarters)
        say(prose, ", for a recipient with headquarters in %s,", question->headquarters->name);
    say(prose, " on %s", day);
    circumstances_each(answer->context->rules, question->circumstances, say_circumstance, &telling);
    say(prose, ", as recorded by this data set");
    if (asked->assumption) {
        say_ids(prose, " but without ", asked->assumption->without);
        say_ids(prose, " but as if it had ", asked->assumption->with);
    }
    say(prose, ": ");
}

void answer_summary(const struct answer *answer, char text[static ANSWER_SUMMARY_SIZE])
{
    const struct decision *decision = answer->decision;
    struct prose prose = {.text = text, .capacity = ANSWER_SUMMARY_SIZE};
    text[0] = '\0';
    say_question(&prose, answer);
    say_words(&prose, status_word(decision->outcome));
    end_sentence(&prose);
    if (decision->before_coverage) {
        char first[DATE_TEXT_SIZE];
        date_format(COVERAGE_FROM, first);
        say(&prose, "The date lies before the data set begins, %s", first);
        end_sentence(&prose);
    } else {
        for (size_t i = 0; i < decision->leg_count; i++)
            summary_leg(&prose, &decision->legs[i]);
        if (decision->not_admitted) {
            say(&prose, "%s does not admit it, which prohibits the shipment whatever the export side says",
                decision->not_admitted->jurisdiction);
            end_sentence(&prose);
        }
        say_doubt(&prose, answer);
    }
    end_prose(&prose);
}
