/* What a leg comes to, under which rulings, with which review policy and conditions. */
#include "api/summary_leg.h"

#include "rules/words.h"

#include <string.h>

size_t summary_count_rulings(const struct provision_list *provisions)
{
    size_t count = 0;
    for (size_t i = 0; i < provisions->count; i++)
        count += i == 0 || provisions->items[i]->ruling != provisions->items[i - 1]->ruling;
    return count;
}

static bool imposes(const struct leg *leg, const struct provision *provision)
{
    if (leg->side == SIDE_IMPORT)
        return provision->import_status == leg->import_status;
    return provision->effect ==
           (leg->status == STATUS_PROHIBITED ? EFFECT_PROHIBIT : EFFECT_LICENSE_REQUIRED);
}

/* The provision that imposes the status: of several the one whose review policy is the answer's, else the
 * first. */
static const struct provision *find_imposing(const struct leg *leg)
{
    const struct provision *found = NULL;
    for (size_t i = 0; i < leg->because.count; i++) {
        const struct provision *provision = leg->because.items[i];
        if (!imposes(leg, provision))
            continue;
        if (leg->policy != POLICY_NONE && provision->policy == leg->policy)
            return provision;
        found = found ? found : provision;
    }
    return found;
}

/* Who gave the review policy, where it is not who imposes the requirement. */
static const struct provision *find_policy(const struct leg *leg)
{
    for (size_t i = 0; i < leg->because.count; i++) {
        if (leg->because.items[i]->effect == EFFECT_LICENSE_POLICY &&
            leg->because.items[i]->policy == leg->policy)
            return leg->because.items[i];
    }
    return NULL;
}

static void say_ruling(struct prose *prose, const struct ruling *ruling)
{
    say(prose, " under \"%s\" (%s)", ruling->title, ruling->id);
}

/* `told` rulings are named by now, the rest is counted. */
static void say_others(struct prose *prose, const struct leg *leg, size_t told)
{
    const size_t rulings = summary_count_rulings(&leg->because);
    if (rulings > told)
        say(prose, "; with %zu other ruling%s", rulings - told, rulings > told + 1 ? "s" : "");
}

static void say_under(struct prose *prose, const struct leg *leg)
{
    const struct provision *provision = find_imposing(leg);
    if (!provision)
        return;
    say_ruling(prose, provision->ruling);
    say_others(prose, leg, 1);
}

/* Whether a condition of that type came before the k-th of the i-th provision. */
static bool said_before(const struct provision_list *provisions, size_t i, size_t k)
{
    const char *type = provisions->items[i]->conditions[k].type;
    for (size_t n = 0; n <= i; n++) {
        const struct provision *provision = provisions->items[n];
        for (size_t m = 0; m < (n == i ? k : provision->condition_count); m++) {
            if (strcmp(provision->conditions[m].type, type) == 0)
                return true;
        }
    }
    return false;
}

static void say_conditions(struct prose *prose, const struct leg *leg)
{
    bool first = true;
    for (size_t i = 0; i < leg->conditions.count; i++) {
        const struct provision *provision = leg->conditions.items[i];
        for (size_t k = 0; k < provision->condition_count; k++) {
            if (said_before(&leg->conditions, i, k))
                continue;
            say(prose, first ? "; conditions: " : ", ");
            say_words(prose, provision->conditions[k].type);
            first = false;
        }
    }
}

/* The classification is the item jurisdiction's: other law may read it, but does not make it. */
static bool is_classified(const struct leg *leg)
{
    return leg->eccn && strcmp(leg->jurisdiction, ITEM_JURISDICTION) == 0;
}

static void say_missing(struct prose *prose, const struct leg *leg, const char *before)
{
    for (size_t i = 0; i < leg->missing.count; i++) {
        say(prose, "%s", i == 0 ? before : ", ");
        say_words(prose, leg->missing.items[i].field->name);
    }
}

static void say_required(struct prose *prose, const struct leg *leg)
{
    const struct provision *imposing = find_imposing(leg);
    const struct provision *reviewing = find_policy(leg);
    say(prose, "%s requires a license", leg->jurisdiction);
    if (imposing)
        say_ruling(prose, imposing->ruling);
    if (leg->policy == POLICY_NONE)
        say_missing(prose, leg, "; the review policy turns on what is not known: ");
    else
        say(prose, "; review policy: ");
    if (leg->policy != POLICY_NONE)
        say_words(prose, policy_word(leg->policy));
    const bool elsewhere = leg->policy != POLICY_NONE && reviewing &&
                           (!imposing || imposing->policy != leg->policy) &&
                           (!imposing || reviewing->ruling != imposing->ruling);
    if (elsewhere)
        say_ruling(prose, reviewing->ruling);
    if (imposing)
        say_others(prose, leg, elsewhere ? 2 : 1);
    if (is_classified(leg))
        say(prose, "; classified %s", leg->eccn);
    say_conditions(prose, leg);
}

static void say_not_required(struct prose *prose, const struct leg *leg)
{
    if (leg->domestic)
        say(prose, "To the law of %s nothing is exported: both ends lie in it", leg->jurisdiction);
    else if (is_classified(leg))
        say(prose,
            "%s requires no license: classified %s, but no requirement recorded here reaches this "
            "destination",
            leg->jurisdiction, leg->eccn);
    else
        say(prose, "%s requires no license: no ruling in force recorded here covers this export",
            leg->jurisdiction);
}

static void say_unknown(struct prose *prose, const struct leg *leg)
{
    say(prose, "The answer of %s is unknown", leg->jurisdiction);
    say_missing(prose, leg, ": not known are ");
    say(prose, "; possible are ");
    bool first = true;
    for (unsigned status = STATUS_COUNT; status-- > 0;) {
        if (!(leg->possible & 1u << status))
            continue;
        say(prose, first ? "" : ", ");
        say_words(prose, status_word((enum status)status));
        first = false;
    }
}

/* That some exception holds can be certain where it is not which. */
static void say_excepted(struct prose *prose, const struct leg *leg)
{
    say(prose, "%s requires a license", leg->jurisdiction);
    say_under(prose, leg);
    if (leg->exception) {
        say(prose, ", but License Exception %s is available", leg->exception->exception);
    } else {
        say(prose, ", but a License Exception is available");
        say_missing(prose, leg, "; which one turns on what is not known: ");
    }
    say_conditions(prose, leg);
}

static void say_export(struct prose *prose, const struct leg *leg)
{
    switch (leg->status) {
    case STATUS_PROHIBITED:
        say(prose, "%s prohibits this", leg->jurisdiction);
        say_under(prose, leg);
        break;
    case STATUS_LICENSE_REQUIRED:
        say_required(prose, leg);
        break;
    case STATUS_LICENSE_EXCEPTION_AVAILABLE:
        say_excepted(prose, leg);
        break;
    case STATUS_NO_LICENSE_REQUIRED:
        say_not_required(prose, leg);
        break;
    case STATUS_UNKNOWN:
    case STATUS_COUNT:
        say_unknown(prose, leg);
        break;
    }
}

/* What a missing fact leaves open is said before what is certain: silence would read as free import. */
static void say_import(struct prose *prose, const struct leg *leg)
{
    const char *before = ": possible are ";
    say(prose, "Import into %s", leg->jurisdiction);
    for (unsigned status = IMPORT_COUNT; status-- > 0;) {
        if (leg->import_possible == 1u << leg->import_status || !(leg->import_possible & 1u << status))
            continue;
        say(prose, "%s", before);
        say_words(prose, import_status_word((enum import_status)status));
        before = ", ";
    }
    if (leg->import_possible != 1u << leg->import_status) {
        say_missing(prose, leg, "; not known are ");
        return;
    }
    say(prose, ": ");
    say_words(prose, import_status_word(leg->import_status));
    say_under(prose, leg);
    say_conditions(prose, leg);
}

/* A duty decides nothing, but who ships will want to know. */
static void say_tariffs(struct prose *prose, const struct leg *leg)
{
    const struct ruling *told = NULL;
    for (size_t i = 0; i < leg->notes.count; i++) {
        const struct provision *note = leg->notes.items[i];
        if (note->effect != EFFECT_TARIFF || note->ruling == told)
            continue;
        told = note->ruling;
        say(prose, "Import into %s: a tariff", leg->jurisdiction);
        say_ruling(prose, told);
        end_sentence(prose);
    }
}

void summary_leg(struct prose *prose, const struct leg *leg)
{
    if (leg->side == SIDE_EXPORT) {
        say_export(prose, leg);
        end_sentence(prose);
    } else if (leg->import_possible != 1u << IMPORT_NO_RESTRICTION_RECORDED) {
        say_import(prose, leg);
        end_sentence(prose);
    }
    say_tariffs(prose, leg);
}
