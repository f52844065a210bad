#pragma once
/* JSON pointers (RFC 6901) into a body. */

#define POINTER_SIZE 512

/* The member of that name in what stands at `holder`; the holder itself where that is too long to tell. */
void pointer_join(const char *holder, const char *member, char pointer[static POINTER_SIZE]);
