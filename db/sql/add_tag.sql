-- One value of a field that has several.
INSERT OR IGNORE INTO tag (kind, field, value, no) VALUES (:kind, :field, :value, :no);
