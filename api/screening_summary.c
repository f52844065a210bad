/* What a screened file came to, in numbers. */
#include "api/answer.h"
#include "api/api.h"
#include "api/circumstances.h"
#include "api/member.h"
#include "api/screening_state.h"
#include "rules/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

const char *const caution_words[CAUTION_COUNT] = {
    [CAUTION_ECCN_UNCERTAIN] = "eccn_uncertain",
    [CAUTION_BEFORE_COVERAGE] = "before_coverage",
    [CAUTION_PROJECTED] = "projected",
    [CAUTION_LAPSED_UNVERIFIED] = "lapsed_unverified",
    [CAUTION_PENDING] = "pending",
    [CAUTION_DOUBTS] = "doubts",
};

struct counts {
    uint32_t answered;
    uint32_t faulty;
    uint32_t outcomes[STATUS_COUNT];
    uint32_t cautions[CAUTION_COUNT];
};

static struct counts count(const struct screening *screening)
{
    struct counts counts = {0};
    for (unsigned index = 0; index < screening->answer_capacity; index++) {
        const uint32_t lines = screening->answers[index].lines;
        if (lines == 0)
            continue;
        const struct ruled *ruled = verdicts_at(screening->verdicts, index / 2);
        counts.answered += lines;
        counts.outcomes[ruled->verdict.outcome] += lines;
        for (unsigned i = 0; i < CAUTION_COUNT; i++)
            counts.cautions[i] += caution_is_given(ruled, index % 2, (enum caution)i) ? lines : 0;
    }
    for (unsigned i = 0; i < PROBLEM_COUNT; i++)
        counts.faulty += screening->problems[i];
    return counts;
}

bool caution_is_given(const struct ruled *ruled, bool doubted, enum caution caution)
{
    switch (caution) {
    case CAUTION_ECCN_UNCERTAIN:
        return ruled->verdict.eccn_uncertain;
    case CAUTION_BEFORE_COVERAGE:
        return ruled->before_coverage;
    case CAUTION_PROJECTED:
        return ruled->projected;
    case CAUTION_LAPSED_UNVERIFIED:
        return ruled->lapsed;
    case CAUTION_PENDING:
        return ruled->pending;
    case CAUTION_DOUBTS:
        return doubted;
    case CAUTION_COUNT:
        break;
    }
    return false;
}

static void write_outcomes(struct json_out *out, const struct counts *counts)
{
    json_out_begin_object(out);
    for (unsigned i = STATUS_COUNT; i-- > 0;)
        member_integer(out, status_word((enum status)i), counts->outcomes[i]);
    json_out_end_object(out);
}

static void write_cautions(struct json_out *out, const struct counts *counts)
{
    json_out_begin_object(out);
    for (unsigned i = 0; i < CAUTION_COUNT; i++)
        member_integer(out, caution_words[i], counts->cautions[i]);
    json_out_end_object(out);
}

/* Only those that there are. */
static void write_problems(struct json_out *out, const struct screening *screening)
{
    json_out_begin_object(out);
    for (unsigned i = 0; i < PROBLEM_COUNT; i++) {
        char code[PROBLEM_CODE_SIZE];
        if (screening->problems[i] == 0)
            continue;
        problem_code((enum problem)i, code);
        member_integer(out, code, screening->problems[i]);
    }
    json_out_end_object(out);
}

void screening_summarize(const struct screening *screening, struct json_out *out)
{
    const struct counts counts = count(screening);
    json_out_begin_object(out);
    json_out_key(out, "summary");
    json_out_begin_object(out);
    member_integer(out, "lines", screening->records.count);
    member_integer(out, "answered", counts.answered);
    member_integer(out, "faulty", counts.faulty);
    member_boolean(out, "complete", !screening->lines.broken);
    json_out_key(out, "by_outcome");
    write_outcomes(out, &counts);
    json_out_key(out, "problems");
    write_problems(out, screening);
    json_out_key(out, "cautions");
    write_cautions(out, &counts);
    json_out_bytes(out, screening->about.text, screening->about.size);
    json_out_end_object(out);
    json_out_end_object(out);
}

bool screening_is_clean(const struct screening *screening)
{
    return count(screening).faulty == 0 && !screening->lines.broken;
}

char *screening_counts(const struct screening *screening)
{
    const struct counts counts = count(screening);
    char *text = NULL;
    const int size = asprintf(
        &text,
        "lines=%" PRIu32 ", answered=%" PRIu32 ", faulty=%" PRIu32 ", complete=?%d, prohibited=%" PRIu32
        ", license_required=%" PRIu32 ", license_exception_available=%" PRIu32
        ", no_license_required=%" PRIu32 ", unknown=%" PRIu32 ", lapsed_unverified=%" PRIu32,
        screening->records.count, counts.answered, counts.faulty, !screening->lines.broken,
        counts.outcomes[STATUS_PROHIBITED], counts.outcomes[STATUS_LICENSE_REQUIRED],
        counts.outcomes[STATUS_LICENSE_EXCEPTION_AVAILABLE], counts.outcomes[STATUS_NO_LICENSE_REQUIRED],
        counts.outcomes[STATUS_UNKNOWN], counts.cautions[CAUTION_LAPSED_UNVERIFIED]);
    return size < 0 ? NULL : text;
}

static const char *code_of(const struct place *place)
{
    return place ? place->code : NULL;
}

static void write_defaults(struct json_out *out, const struct screening *screening)
{
    const struct question *defaults = &screening->defaults;
    json_out_begin_object(out);
    member_text(out, "destination", code_of(defaults->destination));
    member_text(out, "hq", code_of(defaults->headquarters));
    member_text(out, "export_from", code_of(defaults->export_from));
    member_date(out, "date", defaults->date);
    if (defaults->circumstances) {
        json_out_key(out, "circumstances");
        shape_circumstances(out, screening->rules, defaults->circumstances);
    }
    json_out_end_object(out);
}

void screening_tell_about(struct screening *screening, const struct context *context)
{
    struct json_out out = {0};
    const struct asked asked = {
        .hq_text = screening->terms.hq,
        .export_from_given = screening->terms.export_from != NULL,
        .question = screening->defaults,
    };
    json_out_begin_object(&out);
    json_out_key(&out, "defaults");
    write_defaults(&out, screening);
    json_out_key(&out, "assumptions");
    shape_assumptions(&out, &(struct answer){.context = context, .asked = &asked});
    member_integer(&out, "data_version", screening->rules->data_version);
    member_integer(&out, "known_at", screening->rules->data_version);
    member_date(&out, "verified_through", screening->rules->verified_through);
    member_text(&out, "engine", engine_version);
    member_text(&out, "notice", answer_notice);
    json_out_end_object(&out);
    /* As members that follow others. */
    json_out_bytes(&screening->about, ",", 1);
    if (!out.failed)
        json_out_bytes(&screening->about, out.text + 1, out.size - 2);
    screening->about.failed = screening->about.failed || out.failed;
    json_out_done(&out);
}
