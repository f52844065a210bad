#pragma once
/* The commands that take documents into a store, write them out, or look after its file. They return exit
 * codes. */

#include "server/options.h"

int store_commands_import(const struct options *options, const struct words *words);
int store_commands_export(const struct options *options, const struct words *words);
int store_commands_check(const struct options *options, const struct words *words);
int store_commands_verify(const struct options *options, const struct words *words);
int store_commands_rebuild(const struct options *options, const struct words *words);
int store_commands_backup(const struct options *options, const struct words *words);
