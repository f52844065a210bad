-- The identity of a document.
SELECT no FROM entity WHERE kind = :kind AND id = :id;
