#pragma once
/* A listening socket that whoever started us holds open, so that nobody who connects is turned away while we
 * are replaced: the protocol of systemd's sd_listen_fds, without its library. */

#include "server/listen.h"

enum inheritance { INHERITED_NOTHING, INHERITED_SOCKET, INHERITED_FAULT };

/* INHERITED_SOCKET: the same socket `count` times into `sockets`, its address as listen_format writes it into
 * `name`. INHERITED_FAULT: `fault` is one sentence. The variables that tell of it are taken out of the
 * environment. */
enum inheritance inherit_open(int *sockets, size_t count, char name[static LISTEN_NAME_SIZE],
                              char fault[static LISTEN_FAULT_SIZE]);
