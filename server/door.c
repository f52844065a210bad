/* How a connection comes in and goes out. What libmicrohttpd does at its own limit is to accept nobody, not
 * even a health probe; so ours lies below, and those above it are accepted to be refused. */
#include "server/door.h"
#include "server/limits.h"

#include <stdlib.h>
#include <sys/socket.h>

static void note_address(const struct loop *loop, struct peer *peer, struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info && address_from_socket(info->client_addr, &peer->address))
        peer->trusted = address_is_within(&peer->address, &loop->gate->trusted);
}

void door_cut(struct loop *loop, struct peer *peer)
{
    if (peer->counted)
        connections_leave(loop->gate->connections, address_of_client(&peer->address), !peer->trusted);
    peer->counted = false;
    shutdown(peer->fd, SHUT_RDWR);
    peers_move(&loop->peers, peer, PHASE_LEAVING, loop->now_ms);
}

/* A client whose connection ends between two requests opens another; one that is refused is not served at
 * all. */
static bool end_an_idle_one(struct loop *loop)
{
    struct peer *peer = loop->peers.phases[PHASE_IDLE].first;
    for (unsigned looked_at = 0; peer && looked_at < LIMIT_EVICTION; looked_at++) {
        char byte;
        if (recv(peer->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) <= 0) {
            door_cut(loop, peer);
            return true;
        }
        peer = peer->later; /* its next request has come */
    }
    return false;
}

static void enter(struct loop *loop, struct peer *peer)
{
    struct connections *connections = loop->gate->connections;
    const struct client_address client = address_of_client(&peer->address);
    enum entry entry = connections_enter(connections, client, !peer->trusted);
    if (entry == ENTRY_FULL && end_an_idle_one(loop))
        entry = connections_enter(connections, client, !peer->trusted);
    switch (entry) {
    case ENTRY_FREE:
        peer->counted = true;
        break;
    case ENTRY_FULL:
        peer->refusal = PROBLEM_OVERLOADED;
        break;
    case ENTRY_CROWDED:
        peer->refusal = PROBLEM_TOO_MANY_CONNECTIONS;
        break;
    }
}

struct peer *door_open(struct loop *loop, struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct peer *peer = info ? calloc(1, sizeof *peer) : NULL;
    if (!peer)
        return NULL;
    peer->fd = info->connect_fd;
    note_address(loop, peer, connection);
    enter(loop, peer);
    meter_count(loop->meter, peer->counted ? METER_ACCEPTED : METER_REFUSED);
    peers_add(&loop->peers, peer, peer->counted ? PHASE_IDLE : PHASE_SPARE, clock_read_ms());
    const struct peer_list *spare = &loop->peers.phases[PHASE_SPARE];
    if (spare->count > loop->gate->capacity.spare)
        door_cut(loop, spare->first);
    return peer;
}

void door_close(struct loop *loop, struct peer *peer)
{
    if (peer->linger && !loop->closing)
        linger_add(&loop->lingering, peer->fd, loop->now_ms);
    if (peer->counted)
        connections_leave(loop->gate->connections, address_of_client(&peer->address), !peer->trusted);
    peers_remove(&loop->peers, peer);
    free(peer);
}
