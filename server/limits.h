#pragma once
/* Every limit that a client can reach, said once. Times that an operator may want to change are options
 * (server/options.c). */

#include <stdint.h>

/* The request target: path and query, as sent. One byte more is 414. */
#define LIMIT_TARGET 8192
/* All header lines together, with their line ends. One byte more is 431. */
#define LIMIT_HEADERS 8192
/* A request body. One byte more is 413. */
#define LIMIT_BODY (256 * 1024)
/* So much of a body is let in whatever the others take, so that a question gets through while long ones fill
 * what there is for them. */
#define LIMIT_BODY_FREE 4096
/* How much of a chunked body that ran over is still read, so that its 413 can be answered on a connection in
 * order. */
#define LIMIT_DRAIN (1024 * 1024)
/* A body that is read as it arrives, without its coding. */
#define LIMIT_FILE (UINT64_C(1) << 30)
/* So much of a file or of the answer to it, sent or read, earns the client as much time again as a request
 * has to arrive, or an answer to be read. */
#define LIMIT_PROGRESS (256 * 1024)
/* But not after so long: files are few at a time, and others wait for their turn. */
#define LIMIT_FILE_MS 600000
/* How often clients that are still sending are looked for. */
#define LIMIT_LOOK_MS 500
/* name=value pairs of a query. */
#define LIMIT_PAIRS 100

/* libmicrohttpd's pool of a connection: the longest legal target and headers, about a hundred header records,
 * and our own reply header. Not more: the library zeroes all of it after each request. */
#define LIMIT_CONNECTION_MEMORY (24 * 1024)
/* Connections that the kernel completes before we accept them. */
#define LIMIT_BACKLOG 1024

/* A refused client may still be sending; what it sends is read and thrown away so that it gets to see the
 * refusal. */
#define LIMIT_LINGER_MS 2000
#define LIMIT_LINGERING 256

/* Connections of a loop above all that are served: health probes are answered on them, everything else is
 * refused. The oldest makes room for the next, and none stays longer than that. */
#define LIMIT_SPARE 64
#define LIMIT_SPARE_MS 2000
/* Of those whose time between requests is ended for somebody new, how many are looked at. */
#define LIMIT_EVICTION 16
/* When a client that has too many connections may try again, as far as we can say. */
#define LIMIT_CROWDED_RETRY_S 5

/* A client may wait a minute for news; the API ends that in time, this is the last resort. */
#define LIMIT_POLL_MS 65000

/* A turn of a loop that has lasted so long begins no more answers, but those of health probes; the others
 * queue, and out of the queue so many are answered between two looks at the sockets. */
#define LIMIT_TURN_US 20000
#define LIMIT_TURN_STEP 4

/* At shutdown, how long those who are in the middle of connecting get for it. */
#define LIMIT_HANDSHAKE_MS 100
/* At shutdown, how long a kept-alive connection may still bring one more request. */
#define LIMIT_DRAIN_IDLE_MS 250

/* Smaller bodies are sent as they are: compressing them costs more than it saves. */
#define COMPRESS_FROM 1536

#define THREADS_MAX 64
