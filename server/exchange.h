#pragma once
/* What is done to one request between its bytes and its meaning: admission, headers, body. */

#include "server/http.h"

/* Whether the headers may be let in: PROBLEM_NONE, or what to refuse with (and then close), `*detail` saying
 * why. */
enum problem exchange_admit(struct exchange *exchange, const char *method, const char *version,
                            const char **detail);
/* Of the health of the process, or of its readiness. */
bool exchange_is_probe(const struct exchange *exchange);
/* Counts the request against the client's rate, if there is a limit to it. */
void exchange_count(struct exchange *exchange);
/* Finds out how the body is to be read, or what waits for that. Afterwards the reply is a refusal, if it has
 * a problem. */
enum wait exchange_begin_body(struct exchange *exchange);
/* Adds a piece of the body, or the beginning of it: returns how much; what is over the limit, or not wanted,
 * is only counted. */
size_t exchange_add_body(struct exchange *exchange, const char *data, size_t size);
/* Whether so much came after no more was wanted that the rest is not waited for, and what is then answered.
 */
enum problem exchange_judge_overrun(const struct exchange *exchange, const char **detail);
/* Frees the body: it was answered, or is not to be. */
void exchange_drop_body(struct exchange *exchange);
/* Of what arrived: PROBLEM_NONE, or what is wrong with it, `*detail` saying so. */
enum problem exchange_judge_body(const struct exchange *exchange, const char **detail);
/* Bytes of a file, or of the answer to one, that moved: the client gets its time anew now and then. */
void exchange_make_progress(struct exchange *exchange, size_t size);
/* Fills exchange->reply, or tells that the API will wake us. */
enum wait exchange_answer(struct exchange *exchange);
/* Frees what the request holds. */
void exchange_done(struct exchange *exchange);
/* An answer written by hand and at once, for when libmicrohttpd offers no way to answer any more. */
void exchange_send_problem(struct exchange *exchange, enum problem problem, const char *detail);
