-- Meetings of pieces of work, as folds of their acts. Words are read from the acts that hold them.
CREATE TABLE gatherings (
  idx INTEGER PRIMARY KEY,       -- its gathering.called
  work INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  changes INTEGER NOT NULL,      -- how often it was changed or called off
  revised_act INTEGER NOT NULL,  -- the last act that said something of it
  revised_on INTEGER NOT NULL,
  off_act INTEGER,               -- null: it was not called off
  came_act INTEGER               -- the act that last counted who came
);
CREATE INDEX gatherings_by_work ON gatherings (work, on_day);
-- Of each thing that is said of a meeting the act that last said it.
CREATE TABLE gathering_words (
  gathering INTEGER NOT NULL,
  item TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (gathering, item)
);
CREATE TABLE agenda_items (
  idx INTEGER PRIMARY KEY,
  gathering INTEGER NOT NULL,
  side TEXT,
  minutes INTEGER,
  state TEXT NOT NULL,
  reason TEXT
);
CREATE INDEX agenda_items_by_gathering ON agenda_items (gathering);
CREATE INDEX agenda_items_by_state ON agenda_items (state);
CREATE TABLE gathering_papers (
  idx INTEGER PRIMARY KEY,
  gathering INTEGER NOT NULL,
  on_day INTEGER NOT NULL
);
CREATE INDEX gathering_papers_by_gathering ON gathering_papers (gathering);
CREATE TABLE gathering_came (
  gathering INTEGER NOT NULL,
  side TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (gathering, side)
);
CREATE TABLE gathering_notes (
  idx INTEGER PRIMARY KEY,
  gathering INTEGER NOT NULL,
  written_on INTEGER NOT NULL,
  closed_act INTEGER,
  closed_on INTEGER,
  agreed INTEGER NOT NULL
);
CREATE INDEX gathering_notes_by_gathering ON gathering_notes (gathering);
CREATE TABLE gathering_note_sides (
  notes INTEGER NOT NULL,
  side TEXT NOT NULL,
  consented TEXT NOT NULL,
  answered INTEGER,
  yes INTEGER,
  nay INTEGER,
  abstained INTEGER,
  PRIMARY KEY (notes, side)
);
