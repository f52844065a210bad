#pragma once
/* The names in a question, resolved to what they mean or refused with what they might have meant. */

#include "api/context.h"
#include "rules/names.h"

/* `parameter` is the one that carried the text, or the JSON pointer of where it stands. */
enum problem resolve_chip(const struct context *context, const char *parameter, const char *text,
                          struct chip_match *match, struct reply *reply);
enum problem resolve_place(const struct context *context, const char *parameter, const char *text,
                           struct place_match *match, struct reply *reply);

/* "id", "product", "name" or "alias". */
const char *match_word(enum match match);
