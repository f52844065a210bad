#pragma once
/* What must hold of every answer, whatever was asked. Jansson is the judge of JSON. */

#include "api/reply.h"

#include <jansson.h>

/* Whether a status may be the answer to anything a client sends: never 500. */
bool judge_status(unsigned status);
/* UTF-8, and JSON where the type says so: a document, or one a line. */
void judge_body(const char *content_type, const char *body, size_t size);
/* A problem in the form of RFC 9457 with our members, of that status. Each pointer in it leads to something
 * in `sent`, unless that is NULL. */
void judge_problem(const json_t *problem, unsigned status, const json_t *sent);
/* All of that, of a reply; then it is done. */
void judge_reply(struct reply *reply, const json_t *sent);
/* Whether the pointer (RFC 6901) leads to something. */
bool judge_points(const json_t *document, const char *pointer);
