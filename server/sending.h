#pragma once
/* A source of the API as a body of libmicrohttpd, compressed on the way when the client asks for it. */

#include "api/source.h"

#include <microhttpd.h>
#include <stdbool.h>

/* Told how many bytes of the body went into the connection. */
typedef void sending_fn(size_t bytes, void *context);

/* Takes the source over in any case. NULL when memory was short. `sent` is not called after the request is
 * complete. */
struct MHD_Response *sending_make(struct source *source, bool gzip, sending_fn *sent, void *context);
