-- migration 1
-- By what an import knows a decision again: keyed digests, no words. It can be rebuilt from openings.
CREATE TABLE import_keys (
  key BLOB NOT NULL,
  decision INTEGER NOT NULL,
  is_identity INTEGER NOT NULL,
  PRIMARY KEY (key, decision)
);
CREATE INDEX import_keys_by_decision ON import_keys (decision);
