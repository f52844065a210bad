#pragma once
/* What is done to one request between its bytes and its meaning: admission, headers, body. */

#include "server/http.h"

/* Whether the headers may be let in: PROBLEM_NONE, or what to refuse with (and then close), `*detail` saying
 * why. */
enum problem exchange_admit(struct exchange *exchange, const char *method, const char *version,
                            const char **detail);
/* Adds a piece of the body; what is over the limit, or not wanted, is only counted. */
void exchange_add_body(struct exchange *exchange, const char *data, size_t size);
/* Fills exchange->reply, or tells that the API will wake us. */
enum wait exchange_answer(struct exchange *exchange);
/* An answer written by hand and at once, for when libmicrohttpd offers no way to answer any more. */
void exchange_send_problem(struct exchange *exchange, enum problem problem, const char *detail);
