/* Writes one leg of a decision: its status and what that rests on, with conditions, exceptions and what is
 * missing. */
#include "api/answer.h"
#include "api/member.h"
#include "rules/words.h"

/* Provisions come sorted by ruling: neighbours of one ruling make one entry. */
void shape_grouped(struct json_out *out, const struct provision_list *provisions, ruling_fn *more)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < provisions->count;) {
        const struct ruling *ruling = provisions->items[i]->ruling;
        json_out_begin_object(out);
        member_text(out, "id", ruling->id);
        member_text(out, "title", ruling->title);
        if (more)
            more(out, ruling);
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
    shape_grouped(out, provisions, NULL);
}

static void write_conditions(struct json_out *out, const struct provision_list *provisions)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = provisions->items[i];
        for (size_t k = 0; k < provision->condition_count; k++) {
            json_out_begin_object(out);
            member_text(out, "type", provision->conditions[k].type);
            member_text(out, "text", provision->conditions[k].text);
            member_number(out, "value", provision->conditions[k].value);
            member_text(out, "provision", provision->id);
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
    member_text(out, "name", exception->exception);
    member_text(out, "id", exception->ruling->id);
    member_text(out, "title", exception->ruling->title);
    member_text(out, "provision", exception->id);
    member_text(out, "text", exception->text);
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
        member_text(out, "field", missing->items[i].field->name);
        json_out_key(out, "provisions");
        write_provision_ids(out, &missing->items[i].provisions);
        json_out_end_object(out);
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
        member_text(out, "effect", effect_word(note->effect));
        member_text(out, "id", note->ruling->id);
        member_text(out, "title", note->ruling->title);
        member_text(out, "provision", note->id);
        member_text(out, "text", note->text);
        member_text(out, "cite", note->cite);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_export_members(struct json_out *out, const struct leg *leg)
{
    member_boolean(out, "domestic", leg->domestic);
    member_text(out, "policy", policy_word(leg->policy));
    member_text(out, "eccn", leg->eccn);
    member_boolean(out, "eccn_uncertain", leg->eccn_uncertain);
    write_exceptions(out, leg);
    json_out_key(out, "possible");
    shape_possible(out, leg->possible);
}

static void write_import_members(struct json_out *out, const struct leg *leg)
{
    member_text(out, "policy", policy_word(leg->policy));
    json_out_key(out, "possible");
    json_out_begin_array(out);
    for (unsigned status = IMPORT_COUNT; status-- > 0;) {
        if (leg->import_possible & 1u << status)
            json_out_text(out, import_status_word((enum import_status)status));
    }
    json_out_end_array(out);
}

void shape_leg(struct json_out *out, const struct leg *leg, bool with_notes)
{
    const bool export = leg->side == SIDE_EXPORT;
    member_text(out, "side", export ? "export" : "import");
    member_text(out, "jurisdiction", leg->jurisdiction);
    member_text(out, "status", export ? status_word(leg->status) : import_status_word(leg->import_status));
    if (export)
        write_export_members(out, leg);
    else
        write_import_members(out, leg);
    json_out_key(out, "because");
    shape_rulings(out, &leg->because);
    json_out_key(out, "conditions");
    write_conditions(out, &leg->conditions);
    json_out_key(out, "missing");
    write_missing(out, &leg->missing);
    if (!with_notes)
        return;
    json_out_key(out, "notes");
    write_notes(out, &leg->notes);
}
