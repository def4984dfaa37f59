-- What the record says of itself: erasures that were announced, words that were replaced, where it goes on.
CREATE TABLE erased_words (act INTEGER NOT NULL, field TEXT NOT NULL, ground TEXT NOT NULL, notice INTEGER NOT NULL, PRIMARY KEY (act, field));
CREATE TABLE replaced_words (act INTEGER NOT NULL, field TEXT NOT NULL, by_act INTEGER NOT NULL, PRIMARY KEY (act, field, by_act));
CREATE TABLE record_events (idx INTEGER PRIMARY KEY, kind TEXT NOT NULL, origin TEXT, size INTEGER, root BLOB);
