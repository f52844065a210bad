#pragma once
/* Which server a request says it is for: the Host header, and the authority of an absolute target. */

#include <stdbool.h>
#include <stddef.h>

/* A name or address, and perhaps a port; nothing at all is one too. Stricter than RFC 3986 in the characters
 * of a name: a comma in it is the joining of two Hosts. */
bool authority_is_valid(const char *text, size_t size);
/* Whether a target in absolute form ("http://host:port/…") names just this host; one in another form names
 * none, and agrees. */
bool authority_agrees(const char *target, const char *host, size_t size);
