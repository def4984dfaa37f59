-- migration 1
-- Words that an imported record commits to and does not open: not public where it came from, and not known here.
CREATE TABLE closed_words (act INTEGER NOT NULL, field TEXT NOT NULL, PRIMARY KEY (act, field));
-- migration 2
-- What somebody may not do here, and proposed. What they asked for is a sealed text that falls with them.
CREATE TABLE proposals (
  proposal INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  command TEXT NOT NULL,
  state TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  answered_day INTEGER
);
CREATE INDEX proposals_by_person ON proposals (person);
