/* The open connections of a loop by what they are doing. */
#include "server/peers.h"

static void append(struct peers *peers, struct peer *peer, enum phase phase, uint64_t now_ms)
{
    struct peer_list *list = &peers->phases[phase];
    peer->phase = phase;
    peer->deadline_ms = now_ms + list->timeout_ms;
    peer->earlier = list->last;
    peer->later = NULL;
    if (list->last)
        list->last->later = peer;
    else
        list->first = peer;
    list->last = peer;
    list->count++;
    peers->busy += phase != PHASE_IDLE;
}

static void take_out(struct peers *peers, struct peer *peer)
{
    struct peer_list *list = &peers->phases[peer->phase];
    if (peer->earlier)
        peer->earlier->later = peer->later;
    else
        list->first = peer->later;
    if (peer->later)
        peer->later->earlier = peer->earlier;
    else
        list->last = peer->earlier;
    list->count--;
    peers->busy -= peer->phase != PHASE_IDLE;
}

void peers_add(struct peers *peers, struct peer *peer, uint64_t now_ms)
{
    append(peers, peer, PHASE_IDLE, now_ms);
    peers->count++;
}

void peers_move(struct peers *peers, struct peer *peer, enum phase phase, uint64_t now_ms)
{
    take_out(peers, peer);
    append(peers, peer, phase, now_ms);
}

void peers_remove(struct peers *peers, struct peer *peer)
{
    take_out(peers, peer);
    peers->count--;
}

struct peer *peers_find_overdue(const struct peers *peers, uint64_t now_ms)
{
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        struct peer *first = peers->phases[phase].first;
        if (first && first->deadline_ms <= now_ms)
            return first;
    }
    return NULL;
}

uint64_t peers_next_deadline(const struct peers *peers)
{
    uint64_t next = UINT64_MAX;
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        const struct peer *first = peers->phases[phase].first;
        if (first && first->deadline_ms < next)
            next = first->deadline_ms;
    }
    return next;
}
