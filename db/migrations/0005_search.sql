-- The words of the full-text index, read from it: what a mistyped word may have meant. It holds nothing of its own.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search, row);
