#pragma once
/* How many connections are open, all together and of each client, over all loops. */

#include "server/address.h"

enum entry {
    ENTRY_FREE,    /* counted; to be left again */
    ENTRY_FULL,    /* all connections are taken */
    ENTRY_CROWDED, /* the client has its share */
};

struct connections;

/* NULL: no memory. */
struct connections *connections_open(unsigned max, unsigned max_per_client);
void connections_close(struct connections *connections);

/* From any thread. A client without a limit, which a proxy for many is, counts in all but not by itself. */
enum entry connections_enter(struct connections *connections, struct client_address client, bool limited);
void connections_leave(struct connections *connections, struct client_address client, bool limited);
