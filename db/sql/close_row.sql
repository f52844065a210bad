-- Ends the version that stood before this revision.
UPDATE "{kind}" SET recorded_until = :seq WHERE id = :id AND recorded_until = 9223372036854775807;
