/* Writes how a leg was decided: each provision that was tried, with operands, result, margin and citation. */
#include "api/answer.h"
#include "api/member.h"
#include "api/value.h"
#include "rules/words.h"

#include <string.h>

/* A short text grown piece by piece, cut with an ellipsis when full. */
struct phrase {
    size_t size;
    char text[512];
};

static void phrase_add(struct phrase *phrase, const char *text)
{
    static const char ellipsis[] = " …";
    const size_t room = sizeof phrase->text - 1 - phrase->size;
    const size_t size = strlen(text);
    if (size <= room) {
        memcpy(phrase->text + phrase->size, text, size + 1);
        phrase->size += size;
        return;
    }
    memcpy(phrase->text + phrase->size, text, room);
    phrase->size = sizeof phrase->text - 1;
    memcpy(phrase->text + sizeof phrase->text - sizeof ellipsis, ellipsis, sizeof ellipsis);
}

static void phrase_add_value(struct phrase *phrase, struct value value)
{
    char text[VALUE_TEXT_SIZE];
    value_format(value, text);
    phrase_add(phrase, text);
}

static void phrase_comparison(struct phrase *phrase, const struct rules *rules,
                              const struct predicate *comparison)
{
    phrase_add(phrase, rules->fields[comparison->field].name);
    phrase_add(phrase, " ");
    phrase_add(phrase, comparison_word(comparison->comparison));
    for (unsigned i = 0; i < comparison->value_count; i++) {
        phrase_add(phrase, i == 0 ? " " : ", ");
        phrase_add_value(phrase, comparison->values[i]);
    }
}

static void phrase_tokens(struct phrase *phrase, const char *what, const struct tokens *tokens)
{
    phrase_add(phrase, what);
    for (size_t i = 0; i < tokens->count; i++) {
        phrase_add(phrase, i == 0 ? " " : ", ");
        phrase_add(phrase, tokens->items[i]);
    }
}

static void phrase_step(struct phrase *phrase, const struct rules *rules, const struct step *step)
{
    switch (step->kind) {
    case TEST_COMPARISON:
        phrase_comparison(phrase, rules, step->comparison);
        break;
    case TEST_ECCN:
        phrase_tokens(phrase, "eccn in", &step->provision->eccns);
        break;
    case TEST_CHIP:
        if (step->provision->any_chip)
            phrase_add(phrase, "any chip");
        else
            phrase_tokens(phrase, "chip in", &step->provision->chips);
        break;
    case TEST_HEADQUARTERS:
        phrase_tokens(phrase, "hq in", &step->provision->headquartered_in);
        break;
    }
}

struct steps {
    struct json_out *out;
    const struct rules *rules;
};

static void write_step(const struct step *step, void *context)
{
    const struct steps *steps = context;
    struct json_out *out = steps->out;
    struct phrase phrase;
    phrase.size = 0;
    phrase.text[0] = '\0';
    phrase_step(&phrase, steps->rules, step);
    json_out_begin_object(out);
    member_text(out, "provision", step->provision->id);
    member_text(out, "effect", effect_word(step->provision->effect));
    member_text(out, "test", phrase.text);
    json_out_key(out, "value");
    shape_value(out, step->value);
    json_out_key(out, "result");
    if (step->result == TRUTH_UNKNOWN)
        json_out_null(out);
    else
        json_out_boolean(out, step->result == TRUTH_YES);
    member_number(out, "margin", step->margin);
    member_text(out, "cite", step->provision->cite);
    json_out_end_object(out);
}

void shape_steps(struct json_out *out, const struct answer *answer, const struct leg *leg)
{
    struct steps steps = {out, answer->context->rules};
    json_out_begin_array(out);
    decide_steps(steps.rules, &answer->asked->question, leg, write_step, &steps);
    json_out_end_array(out);
}
