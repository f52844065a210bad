/* Writes what an answer took for granted: how names were read, what was assumed. */
#include "api/answer.h"
#include "api/circumstances.h"
#include "api/member.h"
#include "api/prose.h"
#include "api/value.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

__attribute__((format(printf, 2, 3))) static void assume_of(struct json_out *out, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    json_out_text(out, text);
}

static void assume_supposed(struct json_out *out, const struct supposed *supposed)
{
    char taken[SUPPOSED_TAKEN_SIZE];
    json_out_text(out, "the chip is a hypothetical one: provisions that name chips do not name it");
    supposed_list_taken(supposed, taken);
    if (taken[0])
        assume_of(out, "not given, so as recorded of %s: %s", supposed->like.chip->id, taken);
    if (supposed->one_package)
        json_out_text(out, "package_count not given: taken to be 1");
}

static void assume_chip(struct json_out *out, const struct asked *asked)
{
    const struct supposed *supposed = asked->supposed;
    const struct chip_match *match = supposed ? &supposed->like : &asked->chip;
    if (match->how == MATCH_PRODUCT)
        assume_of(out, "%s names a product of several variants: its default variant %s is meant",
                  match->chip->product, match->chip->id);
    if (supposed)
        assume_supposed(out, supposed);
}

/* Nearly every answer says it. */
static void assume_origin(struct json_out *out, const struct place *origin)
{
    char text[128];
    struct prose prose = {.text = text, .capacity = sizeof text};
    say(&prose, "export_from not stated: shipped from %s", origin->code);
    json_out_text_n(out, text, prose.size);
}

struct stated {
    struct json_out *out;
    const struct rules *rules;
};

/* A value that no provision knows is not refused, but it may be a slip of the pen. */
static void assume_unknown_value(const struct field *field, const struct value *value, void *context)
{
    const struct stated *stated = context;
    char text[VALUE_TEXT_SIZE];
    if (value->type != VALUE_TEXT || circumstance_is_compared(stated->rules, field, value))
        return;
    value_format(*value, text);
    assume_of(stated->out, "%s '%.128s' is none of the values that a provision asks for", field->name, text);
}

static void assume_circumstances(struct json_out *out, const struct answer *answer)
{
    const struct value *circumstances = answer->asked->question.circumstances;
    struct stated stated = {out, answer->context->rules};
    circumstances_each(stated.rules, circumstances, assume_unknown_value, &stated);
    json_out_text(out,
                  circumstances
                      ? "of other circumstances none is stated: a civil end user on no other list, without "
                        "special approval"
                      : "circumstances not stated: a civil end user on no list, without special approval");
}

static void assume_law(struct json_out *out, const struct assumption *assumption)
{
    if (!assumption)
        return;
    if (json_array_size(assumption->without) > 0)
        json_out_text(
            out, "what assume.without names is left out as if it had never been recorded: what it ended, or "
                 "put in another's place, stays ended");
    if (json_array_size(assumption->with) > 0)
        json_out_text(
            out, "what assume.with gives is taken to be recorded, each ruling instead of a recorded one of "
                 "its id");
}

void shape_assumptions(struct json_out *out, const struct answer *answer)
{
    const struct asked *asked = answer->asked;
    json_out_begin_array(out);
    if (!asked->hq_text)
        json_out_text(
            out,
            "hq not stated: the recipient's headquarters are taken to raise no requirement of their own");
    if (!asked->export_from_given)
        assume_origin(out, asked->question.export_from);
    assume_chip(out, asked);
    assume_circumstances(out, answer);
    assume_law(out, asked->assumption);
    json_out_end_array(out);
}

static void write_match(struct json_out *out, const char *key, const char *text, enum match how)
{
    json_out_key(out, key);
    json_out_begin_object(out);
    member_text(out, "text", text);
    member_text(out, "how", match_word(how));
}

static void end_match(struct json_out *out, const char *id, const char *name)
{
    member_text(out, "id", id);
    member_text(out, "name", name);
    json_out_end_object(out);
}

static void write_chip_match(struct json_out *out, const char *key, const char *text,
                             const struct chip_match *match)
{
    write_match(out, key, text, match->how);
    end_match(out, match->chip->id, match->chip->name);
}

static void write_place_match(struct json_out *out, const char *key, const char *text,
                              const struct place_match *match)
{
    write_match(out, key, text, match->how);
    end_match(out, match->place->code, match->place->name);
}

void shape_matched(struct json_out *out, const struct answer *answer)
{
    const struct asked *asked = answer->asked;
    json_out_begin_object(out);
    if (!asked->supposed)
        write_chip_match(out, "chip", asked->chip_text, &asked->chip);
    else if (asked->supposed->like_text)
        write_chip_match(out, "like", asked->supposed->like_text, &asked->supposed->like);
    write_place_match(out, "destination", asked->destination_text, &asked->destination);
    if (asked->hq_text)
        write_place_match(out, "hq", asked->hq_text, &asked->hq);
    write_place_match(out, "export_from", asked->export_from_text, &asked->export_from);
    json_out_end_object(out);
}
