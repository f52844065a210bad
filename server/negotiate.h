#pragma once
/* What the client's headers ask for: a coding it can read, a version it already has, an origin that may read.
 */

#include <stdbool.h>

/* Whether Accept-Encoding prefers gzip to no coding (RFC 9110 section 12.5.3); NULL is no header. */
bool negotiate_gzip(const char *accept_encoding);

/* Whether Accept names that very type, not only a range of types that it lies in, and `other` no more than
 * it; NULL is no header. */
bool negotiate_prefers(const char *accept, const char *type, const char *other);

/* Whether If-None-Match (a list, or *) names `etag`, compared weakly, either as it is or with the suffix of
 * its gzip form. */
bool negotiate_etag_known(const char *if_none_match, const char *etag);

/* Appended inside the quotes of an ETag, for the gzip form. */
#define ETAG_GZIP_SUFFIX "-gzip"

/* Whether `origin` is one of the comma-separated `allowed`, compared exactly. */
bool negotiate_origin(const char *allowed, const char *origin);
