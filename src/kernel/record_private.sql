-- migration 1
-- Words that an imported record commits to and does not open: not public where it came from, and not known here.
CREATE TABLE closed_words (act INTEGER NOT NULL, field TEXT NOT NULL, PRIMARY KEY (act, field));
