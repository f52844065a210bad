#pragma once
/* Listening sockets: one a loop, all on one port, that no other program shares. */

#include <stdbool.h>
#include <stddef.h>

#define LISTEN_FAULT_SIZE 300
#define LISTEN_NAME_SIZE 80

/* Opens `count` sockets on the address and port (0: a free one, the same for all) into `sockets`. Returns the
 * port, or 0: `fault` is one sentence naming the mend, and nothing is open. */
unsigned listen_open(const char *address, unsigned port, int *sockets, size_t count,
                     char fault[static LISTEN_FAULT_SIZE]);

/* "127.0.0.1:8080" or "[::1]:8080". */
void listen_format(const char *address, unsigned port, char name[static LISTEN_NAME_SIZE]);

/* The same of a listening socket; false when that is neither IPv4 nor IPv6. */
bool listen_name(int fd, char name[static LISTEN_NAME_SIZE]);
/* Lets nobody new begin to connect: who tries is not answered, and tries again a second later, while those
 * who are in the middle of it get through. False when the kernel cannot do so. */
bool listen_turn_away(int fd);

/* A connection to a server that listens on that address (any of ours when it is 0.0.0.0 or ::), or -1 (errno
 * set). */
int listen_connect(const char *address, unsigned port);
