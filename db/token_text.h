#pragma once
/* Private to db/: the text of a token, its id within and its hash. */

#include "db/tokens.h"

#define TOKEN_ID_SIZE 9 /* 8 hexadecimal digits */

/* Any id; whether it is free the caller finds out. */
void token_text_choose_id(char id[static TOKEN_ID_SIZE]);
/* The text of a token of that id, with a new secret. */
void token_text_make(const char *id, char text[static TOKEN_TEXT_SIZE]);
/* The id within a text, "" when that is none of ours. */
void token_text_parse_id(const char *text, char id[static TOKEN_ID_SIZE]);

/* Keys of the hash: what is one of these is nothing else. */
#define TOKEN_OF_STORE "navicert: a token of the store"
#define TOKEN_OF_OPERATOR "navicert: the token of the operator"
/* BLAKE2b-256 of the whole text under one of them. */
void token_text_hash(const char *key, const char *text, unsigned char hash[static TOKEN_HASH_SIZE]);
/* What is stored of such a hash: the same once more under the database's own key, of the same size. */
void token_text_seal(const unsigned char *key, unsigned char hash[static TOKEN_HASH_SIZE]);
