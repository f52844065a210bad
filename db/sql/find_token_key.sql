-- The key by which hashes of tokens are sealed.
SELECT key FROM token_key;
