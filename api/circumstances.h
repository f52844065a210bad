#pragma once
/* Circumstances: what the law asks beside the facts of the chip, such as who the end user is, stated by
 * whoever asks. */

#include "api/context.h"

/* The names of such parameters: "circumstance.end_use". */
#define CIRCUMSTANCE_PREFIX "circumstance."

/* Those of the request's query; *stated is NULL where there are none, else a value for each field of the
 * rules, in the first scratch. */
enum problem circumstances_of_query(const struct context *context, const struct value **stated,
                                    struct reply *reply);
/* Those of an object in a body, which stands at `pointer`: null takes back what `stated` held. True when any
 * was given. Texts are borrowed. */
bool circumstances_of_json(const struct rules *rules, const json_t *object, const char *pointer,
                           struct value *stated, struct faults *faults);

/* The circumstance of that name; NULL: there is none, facts of the chip being none. */
const struct field *circumstances_find(const struct rules *rules, const char *name);
/* From text; false: it is no value of the field. A text is borrowed, or the rules' own. */
bool circumstance_parse(const struct rules *rules, const struct field *field, const char *text,
                        struct value *value);

/* Calls `each` for what is stated, by name. */
typedef void circumstance_fn(const struct field *field, const struct value *value, void *context);
void circumstances_each(const struct rules *rules, const struct value *stated, circumstance_fn *each,
                        void *context);
/* Whether some provision compares the field with that value. */
bool circumstance_is_compared(const struct rules *rules, const struct field *field,
                              const struct value *value);

/* {"end_use": "…"} of a question. */
void shape_circumstances(struct json_out *out, const struct rules *rules, const struct value *stated);
/* Every circumstance that can be stated: type, the values that provisions compare it with, and those
 * provisions. */
void shape_known_circumstances(struct json_out *out, const struct rules *rules);
