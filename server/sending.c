/* A source as a body: read when the connection has room. */
#include "server/sending.h"
#include "server/gzip.h"

#include <stdlib.h>
#include <sys/types.h>

/* What is asked of the source at once, uncompressed. */
#define BLOCK 65536

struct sending {
    struct source *source;
    struct gzip_stream *gzip; /* NULL: as it is */
    sending_fn *sent;
    void *context;
};

static size_t read_source(void *context, char *room, size_t size)
{
    struct source *source = context;
    return source->read(source, room, size);
}

static ssize_t read_block(void *context, uint64_t position, char *room, size_t size)
{
    struct sending *sending = context;
    (void)position;
    const size_t made = sending->gzip
                            ? gzip_stream_read(sending->gzip, read_source, sending->source, room, size)
                            : sending->source->read(sending->source, room, size);
    if (made == GZIP_FAILED)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (made == 0)
        return MHD_CONTENT_READER_END_OF_STREAM;
    sending->sent(made, sending->context);
    return (ssize_t)made;
}

static void release(void *context)
{
    struct sending *sending = context;
    sending->source->free(sending->source);
    gzip_stream_close(sending->gzip);
    free(sending);
}

struct MHD_Response *sending_make(struct source *source, bool gzip, sending_fn *sent, void *context)
{
    struct sending *sending = malloc(sizeof *sending);
    if (!sending) {
        source->free(source);
        return NULL;
    }
    *sending = (struct sending){.source = source, .sent = sent, .context = context};
    sending->gzip = gzip ? gzip_stream_open() : NULL;
    const uint64_t size = gzip || source->size == SOURCE_SIZE_UNKNOWN ? MHD_SIZE_UNKNOWN : source->size;
    struct MHD_Response *response =
        gzip && !sending->gzip ? NULL
                               : MHD_create_response_from_callback(size, BLOCK, read_block, sending, release);
    if (!response)
        release(sending);
    return response;
}
