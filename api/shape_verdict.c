/* Writes a decision in one line, with the rulings that it rests on and the facts that are missing. */
#include "api/answer.h"
#include "api/member.h"
#include "api/table_answers.h"
#include "rules/words.h"

static void write_import_possible(struct json_out *out, unsigned possible)
{
    json_out_begin_array(out);
    for (unsigned status = IMPORT_COUNT; status-- > 0;) {
        if (possible & 1u << status)
            json_out_text(out, import_status_word((enum import_status)status));
    }
    json_out_end_array(out);
}

/* Provisions of one ruling are neighbours; it may still stand in an earlier leg. */
static bool is_told(const struct decision *decision, size_t leg, size_t provision)
{
    const struct provision_list *because = &decision->legs[leg].because;
    const struct ruling *ruling = because->items[provision]->ruling;
    if (provision > 0 && because->items[provision - 1]->ruling == ruling)
        return true;
    for (size_t i = 0; i < leg; i++) {
        const struct provision_list *earlier = &decision->legs[i].because;
        for (size_t k = 0; k < earlier->count; k++) {
            if (earlier->items[k]->ruling == ruling)
                return true;
        }
    }
    return false;
}

void shape_ruling_name(struct json_out *out, const struct ruling *ruling, bool as_row)
{
    if (as_row) {
        json_out_text(out, ruling->id);
        return;
    }
    json_out_begin_object(out);
    member_text(out, "id", ruling->id);
    member_text(out, "title", ruling->title);
    json_out_end_object(out);
}

static void write_because(struct json_out *out, const struct decision *decision, bool as_row)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct provision_list *because = &decision->legs[i].because;
        for (size_t k = 0; k < because->count; k++) {
            if (!is_told(decision, i, k))
                shape_ruling_name(out, because->items[k]->ruling, as_row);
        }
    }
    json_out_end_array(out);
}

static void write_missing(struct json_out *out, const struct decision *decision)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct missing_list *missing = &decision->legs[i].missing;
        for (size_t k = 0; k < missing->count; k++) {
            if (!shape_missed_earlier(decision, i, missing->items[k].field))
                json_out_text(out, missing->items[k].field->name);
        }
    }
    json_out_end_array(out);
}

void shape_verdict(struct json_out *out, const struct decision *decision, bool as_row)
{
    const struct verdict verdict = verdict_of(decision);
    member_text(out, "outcome", status_word(verdict.outcome));
    json_out_key(out, "possible");
    shape_possible(out, verdict.possible);
    member_text(out, "policy", policy_word(verdict.policy));
    member_text(out, "eccn", verdict.eccn);
    member_boolean(out, "eccn_uncertain", verdict.eccn_uncertain);
    member_text(out, "exception", verdict.exception);
    member_text(out, "import_status", import_status_word(verdict.import_status));
    json_out_key(out, "import_possible");
    write_import_possible(out, verdict.import_possible);
    json_out_key(out, as_row ? "rulings" : "because");
    write_because(out, decision, as_row);
    json_out_key(out, "missing");
    write_missing(out, decision);
}
