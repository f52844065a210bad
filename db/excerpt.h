#pragma once
/* What is compiled of a stored document. Most of its text is for people (sources, notes, citations), and
 * parsing that would be most of the time that a start takes. */

#include "db/json_out.h"
#include "db/json_slice.h"
#include "db/kind.h"

/* Writes the members of a chip, destination or ruling that db/documents.c reads, as an object. False: the
 * document breaks off, or memory is short. */
bool excerpt_write(struct json_out *out, enum kind kind, struct json_slice document);
