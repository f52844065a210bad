/* Writes the decision document: what was asked, the answer, each leg with what it rests on, and how sure all that is. */
#include "api/answer.h"
#include "api/api.h"
#include "api/digest.h"
#include "api/link.h"
#include "rules/words.h"

#include <math.h>
#include <string.h>

void shape_date(struct json_out *out, const char *key, struct date date)
{
    json_out_key(out, key);
    if (date.ymd == 0) {
        json_out_null(out);
        return;
    }
    char text[DATE_TEXT_SIZE];
    date_format(date, text);
    json_out_text(out, text);
}

static void text_member(struct json_out *out, const char *key, const char *text)
{
    json_out_key(out, key);
    json_out_text(out, text);
}

void shape_question(struct json_out *out, const struct answer *answer)
{
    const struct question *question = &answer->asked->question;
    json_out_begin_object(out);
    text_member(out, "chip", question->chip->id);
    text_member(out, "destination", question->destination->code);
    text_member(out, "hq", question->headquarters ? question->headquarters->code : NULL);
    text_member(out, "export_from", question->export_from->code);
    if (answer->span.from.ymd) {
        shape_date(out, "from", answer->span.from);
        shape_date(out, "to", answer->span.until);
    } else {
        shape_date(out, "date", question->date);
    }
    json_out_key(out, "known_at");
    json_out_integer(out, answer->context->at);
    json_out_end_object(out);
}

/* What else a ruling says of itself where provisions are grouped under it. */
typedef void ruling_fn(const struct ruling *ruling, struct json_out *out);

/* Provisions come sorted by ruling: neighbours of one ruling make one entry. */
static void write_grouped(struct json_out *out, const struct provision_list *provisions, ruling_fn *more)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < provisions->count;) {
        const struct ruling *ruling = provisions->items[i]->ruling;
        json_out_begin_object(out);
        text_member(out, "id", ruling->id);
        text_member(out, "title", ruling->title);
        if (more)
            more(ruling, out);
        json_out_key(out, "provisions");
        json_out_begin_array(out);
        for (; i < provisions->count && provisions->items[i]->ruling == ruling; i++)
            json_out_text(out, provisions->items[i]->id);
        json_out_end_array(out);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

void shape_rulings(struct json_out *out, const struct provision_list *provisions)
{
    write_grouped(out, provisions, NULL);
}

static void write_conditions(struct json_out *out, const struct provision_list *provisions)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = provisions->items[i];
        for (size_t k = 0; k < provision->condition_count; k++) {
            json_out_begin_object(out);
            text_member(out, "type", provision->conditions[k].type);
            text_member(out, "text", provision->conditions[k].text);
            json_out_key(out, "value");
            json_out_number(out, provision->conditions[k].value);
            text_member(out, "provision", provision->id);
            json_out_end_object(out);
        }
    }
    json_out_end_array(out);
}

static void write_provision_ids(struct json_out *out, const struct provision_list *provisions)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < provisions->count; i++)
        json_out_text(out, provisions->items[i]->id);
    json_out_end_array(out);
}

static void write_exception(struct json_out *out, const struct provision *exception)
{
    const struct provision_list one = {&exception, 1};
    json_out_begin_object(out);
    text_member(out, "name", exception->exception);
    text_member(out, "id", exception->ruling->id);
    text_member(out, "title", exception->ruling->title);
    text_member(out, "provision", exception->id);
    text_member(out, "text", exception->text);
    json_out_key(out, "conditions");
    write_conditions(out, &one);
    json_out_end_object(out);
}

static void write_exceptions(struct json_out *out, const struct leg *leg)
{
    json_out_key(out, "exception");
    if (leg->exception)
        write_exception(out, leg->exception);
    else
        json_out_null(out);
    json_out_key(out, "other_exceptions");
    json_out_begin_array(out);
    for (size_t i = 0; i < leg->other_exceptions.count; i++)
        write_exception(out, leg->other_exceptions.items[i]);
    json_out_end_array(out);
}

void shape_possible(struct json_out *out, unsigned possible)
{
    json_out_begin_array(out);
    for (unsigned status = STATUS_COUNT; status-- > 0;) {
        if (possible & 1u << status)
            json_out_text(out, status_word((enum status)status));
    }
    json_out_end_array(out);
}

static void write_missing(struct json_out *out, const struct missing_list *missing)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < missing->count; i++) {
        json_out_begin_object(out);
        text_member(out, "field", missing->items[i].field->name);
        json_out_key(out, "provisions");
        write_provision_ids(out, &missing->items[i].provisions);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static bool missing_earlier(const struct decision *decision, size_t leg, const struct field *field)
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

/* The provisions of every leg that turn on the field. */
static void write_missing_everywhere(struct json_out *out, const struct decision *decision, const struct field *field)
{
    json_out_begin_object(out);
    text_member(out, "field", field->name);
    json_out_key(out, "provisions");
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            const struct provision_list *provisions = &missing->items[k].provisions;
            for (size_t n = 0; missing->items[k].field == field && n < provisions->count; n++)
                json_out_text(out, provisions->items[n]->id);
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
            if (!missing_earlier(decision, i, missing->items[k].field))
                write_missing_everywhere(out, decision, missing->items[k].field);
        }
    }
    json_out_end_array(out);
}

/* Guidance and tariffs that bear on the question without deciding it. */
static void write_notes(struct json_out *out, const struct provision_list *notes)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < notes->count; i++) {
        json_out_begin_object(out);
        const struct provision *note = notes->items[i];
        text_member(out, "effect", effect_word(note->effect));
        text_member(out, "id", note->ruling->id);
        text_member(out, "title", note->ruling->title);
        text_member(out, "provision", note->id);
        text_member(out, "text", note->text);
        text_member(out, "cite", note->cite);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_export_members(struct json_out *out, const struct leg *leg)
{
    json_out_key(out, "domestic");
    json_out_boolean(out, leg->domestic);
    text_member(out, "policy", policy_word(leg->policy));
    text_member(out, "eccn", leg->eccn);
    json_out_key(out, "eccn_uncertain");
    json_out_boolean(out, leg->eccn_uncertain);
    write_exceptions(out, leg);
    json_out_key(out, "possible");
    shape_possible(out, leg->possible);
}

void shape_leg(struct json_out *out, const struct leg *leg)
{
    const bool export = leg->side == SIDE_EXPORT;
    text_member(out, "side", export ? "export" : "import");
    text_member(out, "jurisdiction", leg->jurisdiction);
    text_member(out, "status", export ? status_word(leg->status) : import_status_word(leg->import_status));
    if (export)
        write_export_members(out, leg);
    json_out_key(out, "because");
    shape_rulings(out, &leg->because);
    json_out_key(out, "conditions");
    write_conditions(out, &leg->conditions);
    json_out_key(out, "missing");
    write_missing(out, &leg->missing);
    json_out_key(out, "notes");
    write_notes(out, &leg->notes);
}

static void write_lapsed(const struct ruling *ruling, struct json_out *out)
{
    shape_date(out, "verified_through", ruling->verified_through);
}

static void write_standing(const struct ruling *ruling, struct json_out *out)
{
    text_member(out, "standing", standing_word(ruling->standing));
}

static void write_currency(struct json_out *out, const struct answer *answer)
{
    json_out_begin_object(out);
    json_out_key(out, "data_version");
    json_out_integer(out, answer->context->at);
    shape_date(out, "verified_through", answer->context->rules->verified_through);
    json_out_key(out, "projected");
    json_out_boolean(out, answer->decision->projected);
    json_out_key(out, "lapsed_unverified");
    write_grouped(out, &answer->decision->lapsed_unverified, write_lapsed);
    json_out_end_object(out);
}

static void write_next_change(struct json_out *out, const struct next_change *change)
{
    if (change->date.ymd == 0) {
        json_out_null(out);
        return;
    }
    json_out_begin_object(out);
    shape_date(out, "date", change->date);
    text_member(out, "outcome", status_word(change->outcome));
    json_out_end_object(out);
}

static void write_legs(struct json_out *out, const struct answer *answer)
{
    json_out_key(out, "legs");
    json_out_begin_array(out);
    for (size_t i = 0; i < answer->decision->leg_count; i++) {
        const struct leg *leg = &answer->decision->legs[i];
        json_out_begin_object(out);
        shape_leg(out, leg);
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
    write_next_change(out, &answer->next_change);
}

static void write_verdict(struct json_out *out, const struct answer *answer)
{
    const struct decision *decision = answer->decision;
    text_member(out, "outcome", status_word(decision->outcome));
    json_out_key(out, "possible");
    shape_possible(out, decision->possible);
    if (answer->explain != EXPLAIN_NONE) {
        char summary[ANSWER_SUMMARY_SIZE];
        answer_summary(answer, summary);
        text_member(out, "summary", summary);
    }
    write_legs(out, answer);
    text_member(out, "not_admitted_by", decision->not_admitted ? decision->not_admitted->jurisdiction : NULL);
    json_out_key(out, "suspended");
    shape_rulings(out, &decision->suspended);
    json_out_key(out, "pending");
    write_grouped(out, &decision->pending, write_standing);
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
    json_out_key(out, "before_coverage");
    json_out_boolean(out, answer->decision->before_coverage);
    json_out_key(out, "currency");
    write_currency(out, answer);
    text_member(out, "engine", engine_version);
    json_out_key(out, "self");
    link_decision(out, answer);
    text_member(out, "notice", answer_notice);
}

/* The document compact, its digest last, then as the writer wants it. */
void shape_digested(struct json_out *out, members_fn *write, const void *context)
{
    struct json_out compact = {0};
    json_out_begin_object(&compact);
    write(&compact, context);
    if (!compact.failed) {
        char digest[DIGEST_TEXT_SIZE];
        digest_text(compact.text, compact.size, "}", 1, digest);
        text_member(&compact, "digest", digest);
    }
    json_out_end_object(&compact);
    if (compact.failed)
        out->failed = true;
    else
        json_out_raw(out, compact.text, compact.size);
    json_out_done(&compact);
}

void shape_decision(struct json_out *out, const struct answer *answer)
{
    shape_digested(out, write_members, answer);
}
