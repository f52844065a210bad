#pragma once
/* How a connection comes in and goes out: counted among those that are served, or one of the spare ones on
 * which it is told why it is not. */

#include "server/loop.h"

#include <microhttpd.h>

/* NULL: no memory. */
struct peer *door_open(struct loop *loop, struct MHD_Connection *connection);
/* libmicrohttpd is about to close it. */
void door_close(struct loop *loop, struct peer *peer);
/* Shuts it down, so that the library closes it on its next turn. */
void door_cut(struct loop *loop, struct peer *peer);
