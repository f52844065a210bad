#pragma once
/* The commands that take documents into a store, write them out, or look after its file. They return exit
 * codes. */

#include "db/store.h"
#include "server/options.h"

/* Opens the database that the options name; NULL: reported. */
struct store *store_commands_open(const struct options *options, enum store_mode mode);

/* The same to write in, but one that holds data: what misses a misspelt name is told so, and leaves no file.
 */
struct store *store_commands_open_filled(const struct options *options);

int store_commands_import(const struct options *options, const struct words *words);
int store_commands_export(const struct options *options, const struct words *words);
int store_commands_check(const struct options *options, const struct words *words);
int store_commands_verify(const struct options *options, const struct words *words);
int store_commands_rebuild(const struct options *options, const struct words *words);
int store_commands_backup(const struct options *options, const struct words *words);
int store_commands_restore(const struct options *options, const struct words *words);
