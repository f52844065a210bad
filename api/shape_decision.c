/* Writes the decision document: what was asked, the answer, each leg with what it rests on, and how sure all
 * that is. */
#include "api/answer.h"
#include "api/api.h"
#include "api/circumstances.h"
#include "api/digest.h"
#include "api/grounds.h"
#include "api/link.h"
#include "api/member.h"
#include "rules/words.h"

#include <math.h>
#include <string.h>

/* Ids of what was taken away from the law and laid over it. */
static void write_assumption(struct json_out *out, const struct assumption *assumption)
{
    size_t i;
    const json_t *item;
    json_out_begin_object(out);
    json_out_key(out, "without");
    json_out_begin_array(out);
    json_array_foreach(assumption->without, i, item)
    {
        json_out_text(out, json_string_value(item));
    }
    json_out_end_array(out);
    json_out_key(out, "with");
    json_out_begin_array(out);
    json_array_foreach(assumption->with, i, item)
    {
        json_out_text(out, json_string_value(json_object_get(item, "id")));
    }
    json_out_end_array(out);
    json_out_end_object(out);
}

/* What only some questions have. */
static void write_beyond(struct json_out *out, const struct answer *answer)
{
    const struct asked *asked = answer->asked;
    if (asked->supposed) {
        json_out_key(out, "specification");
        shape_supposed(out, asked->supposed);
    }
    if (asked->question.circumstances) {
        json_out_key(out, "circumstances");
        shape_circumstances(out, answer->context->rules, asked->question.circumstances);
    }
    if (asked->assumption) {
        json_out_key(out, "assume");
        write_assumption(out, asked->assumption);
    }
}

void shape_question(struct json_out *out, const struct answer *answer)
{
    const struct question *question = &answer->asked->question;
    json_out_begin_object(out);
    member_text(out, "chip", question->chip->id);
    member_text(out, "destination", question->destination->code);
    member_text(out, "hq", question->headquarters ? question->headquarters->code : NULL);
    member_text(out, "export_from", question->export_from->code);
    if (answer->span.from.ymd) {
        member_date(out, "from", answer->span.from);
        member_date(out, "to", answer->span.until);
    } else {
        member_date(out, "date", question->date);
    }
    member_integer(out, "known_at", answer->context->at);
    write_beyond(out, answer);
    json_out_end_object(out);
}

bool shape_missed_earlier(const struct decision *decision, size_t leg, const struct field *field)
{
    for (size_t i = 0; i < leg; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            if (missing->items[k].field == field)
                return true;
        }
    }
    return false;
}

static bool lists(const struct missing *missing, const struct field *field, const struct provision *provision)
{
    for (size_t i = 0; missing->field == field && i < missing->provisions.count; i++) {
        if (missing->provisions.items[i] == provision)
            return true;
    }
    return false;
}

/* Legs share classifications: whether one of the first `legs` lists the provision already. */
static bool listed_earlier(const struct decision *decision, size_t legs, const struct field *field,
                           const struct provision *provision)
{
    for (size_t i = 0; i < legs; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            if (lists(&missing->items[k], field, provision))
                return true;
        }
    }
    return false;
}

static void write_turning(struct json_out *out, const struct decision *decision, size_t leg,
                          const struct missing *missing)
{
    for (size_t i = 0; i < missing->provisions.count; i++) {
        const struct provision *provision = missing->provisions.items[i];
        if (!listed_earlier(decision, leg, missing->field, provision))
            json_out_text(out, provision->id);
    }
}

/* The provisions of every leg that turn on the field, each once. */
static void write_missing_everywhere(struct json_out *out, const struct decision *decision,
                                     const struct field *field)
{
    json_out_begin_object(out);
    member_text(out, "field", field->name);
    json_out_key(out, "provisions");
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            if (missing->items[k].field == field)
                write_turning(out, decision, i, &missing->items[k]);
        }
    }
    json_out_end_array(out);
    json_out_end_object(out);
}

static void write_all_missing(struct json_out *out, const struct decision *decision)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            if (!shape_missed_earlier(decision, i, missing->items[k].field))
                write_missing_everywhere(out, decision, missing->items[k].field);
        }
    }
    json_out_end_array(out);
}

static void write_lapsed(struct json_out *out, const struct ruling *ruling)
{
    member_date(out, "verified_through", ruling->verified_through);
}

void shape_lapsed(struct json_out *out, const struct provision_list *lapsed)
{
    shape_grouped(out, lapsed, write_lapsed);
}

static void write_standing(struct json_out *out, const struct ruling *ruling)
{
    member_text(out, "standing", standing_word(ruling->standing));
}

static void write_currency(struct json_out *out, const struct answer *answer)
{
    json_out_begin_object(out);
    member_integer(out, "data_version", answer->context->at);
    member_date(out, "verified_through", answer->context->rules->verified_through);
    member_boolean(out, "projected", answer->decision->projected);
    json_out_key(out, "lapsed_unverified");
    shape_lapsed(out, &answer->decision->lapsed_unverified);
    json_out_end_object(out);
}

/* The rulings responsible for the change. */
static void write_change_grounds(struct json_out *out, const struct answer *answer)
{
    const struct rules *rules = answer->context->rules;
    struct grounds before = {0};
    struct grounds after = {0};
    json_out_key(out, "changed_by");
    if (grounds_gather(rules, answer->asked->question.date, answer->decision, &before) &&
        grounds_gather(rules, answer->next_change.date, &answer->next_change.then, &after))
        shape_changed(out, &before, &after);
    else
        out->failed = true;
    grounds_done(&before);
    grounds_done(&after);
}

static void write_next_change(struct json_out *out, const struct answer *answer)
{
    if (answer->next_change.date.ymd == 0) {
        json_out_null(out);
        return;
    }
    json_out_begin_object(out);
    member_date(out, "date", answer->next_change.date);
    member_text(out, "outcome", status_word(answer->next_change.outcome));
    write_change_grounds(out, answer);
    json_out_end_object(out);
}

static void write_legs(struct json_out *out, const struct answer *answer)
{
    json_out_key(out, "legs");
    json_out_begin_array(out);
    for (size_t i = 0; i < answer->decision->leg_count; i++) {
        const struct leg *leg = &answer->decision->legs[i];
        json_out_begin_object(out);
        shape_leg(out, leg, true);
        if (answer->explain == EXPLAIN_FULL) {
            json_out_key(out, "steps");
            shape_steps(out, answer, leg);
        }
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_explanation(struct json_out *out, const struct answer *answer)
{
    const struct decision *decision = answer->decision;
    json_out_key(out, "caveats");
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->caveat_count; i++)
        json_out_text(out, decision->caveats[i]->name);
    json_out_end_array(out);
    json_out_key(out, "next_change");
    write_next_change(out, answer);
}

static void write_verdict(struct json_out *out, const struct answer *answer)
{
    const struct decision *decision = answer->decision;
    member_text(out, "outcome", status_word(decision->outcome));
    json_out_key(out, "possible");
    shape_possible(out, decision->possible);
    if (answer->explain != EXPLAIN_NONE) {
        char summary[ANSWER_SUMMARY_SIZE];
        answer_summary(answer, summary);
        member_text(out, "summary", summary);
    }
    write_legs(out, answer);
    member_text(out, "not_admitted_by", decision->not_admitted ? decision->not_admitted->jurisdiction : NULL);
    json_out_key(out, "suspended");
    shape_rulings(out, &decision->suspended);
    json_out_key(out, "pending");
    shape_grouped(out, &decision->pending, write_standing);
    json_out_key(out, "missing");
    write_all_missing(out, decision);
}

static void write_members(struct json_out *out, const void *context)
{
    const struct answer *answer = context;
    json_out_key(out, "question");
    shape_question(out, answer);
    json_out_key(out, "matched");
    shape_matched(out, answer);
    write_verdict(out, answer);
    if (answer->explain != EXPLAIN_NONE)
        write_explanation(out, answer);
    json_out_key(out, "assumptions");
    shape_assumptions(out, answer);
    json_out_key(out, "doubts");
    shape_doubts(out, answer);
    member_boolean(out, "before_coverage", answer->decision->before_coverage);
    json_out_key(out, "currency");
    write_currency(out, answer);
    member_text(out, "engine", engine_version);
    json_out_key(out, "self");
    link_decision(out, answer);
    member_text(out, "notice", answer_notice);
}

/* Into a compact writer: the document up to its digest lies in one piece, so that it is digested where it
 * lies. */
static void write_digested(struct json_out *out, members_fn *write, const void *context)
{
    json_out_begin_object(out);
    const size_t begin = out->size - 1;
    write(out, context);
    if (out->failed)
        return;
    char digest[DIGEST_TEXT_SIZE];
    json_out_bytes(out, "}", 1);
    digest_text(out->text + begin, out->size - begin, digest);
    out->size--;
    member_text(out, "digest", digest);
    json_out_end_object(out);
}

void shape_digested(struct json_out *out, members_fn *write, const void *context)
{
    struct json_out compact = {0};
    if (!out->pretty) {
        write_digested(out, write, context);
        return;
    }
    write_digested(&compact, write, context);
    if (compact.failed)
        out->failed = true;
    else
        json_out_raw(out, compact.text, compact.size);
    json_out_done(&compact);
}

/* Whoever asks for no explanation wants it fast, and the digest takes as long as the decision. */
void shape_decision(struct json_out *out, const struct answer *answer)
{
    if (answer->explain != EXPLAIN_NONE) {
        shape_digested(out, write_members, answer);
        return;
    }
    json_out_begin_object(out);
    write_members(out, answer);
    json_out_end_object(out);
}
