-- Empties the identities before a rebuild.
DELETE FROM entity;
