-- Where SQLite hands out its tokenizers: written to the pointer that is bound.
SELECT fts5(:api);
