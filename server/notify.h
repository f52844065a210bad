#pragma once
/* Tells the service manager how far we are, where there is one: the protocol of sd_notify, without its
 * library. */

/* "READY=1" or "STOPPING=1", where NOTIFY_SOCKET says to whom; that nobody listens is no failure. */
void notify_send(const char *state);
