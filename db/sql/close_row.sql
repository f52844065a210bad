-- Ends the version that stood before this revision, and tells whether it was a document.
UPDATE "{kind}" SET recorded_until = :seq WHERE id = :id AND recorded_until = 9223372036854775807
RETURNING body IS NOT NULL;
