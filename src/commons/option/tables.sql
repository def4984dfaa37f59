-- The choices of pieces of work, as folds of their acts. Words are read from the acts that hold them.
CREATE TABLE options (
  idx INTEGER PRIMARY KEY,   -- its option.written
  work INTEGER NOT NULL,
  cost_minor INTEGER,
  cost_currency TEXT NOT NULL,
  put_act INTEGER,           -- the first options.put that names it; null: not put to people
  put_on INTEGER
);
CREATE INDEX options_by_work ON options (work, idx);
-- Of each part of it (title, what, cost, keeps, ends) the acts that said it, oldest first: the last one stands.
CREATE TABLE option_parts (
  option INTEGER NOT NULL,
  part TEXT NOT NULL,
  act INTEGER NOT NULL,
  cost_minor INTEGER,        -- of the part that is a sum
  cost_currency TEXT NOT NULL,
  PRIMARY KEY (option, part, act)
);
CREATE TABLE option_touches (
  option INTEGER NOT NULL,
  valued INTEGER NOT NULL,
  PRIMARY KEY (option, valued)
);
CREATE INDEX option_touches_by_valued ON option_touches (valued);
CREATE TABLE option_choices (
  idx INTEGER PRIMARY KEY,   -- its option.chosen
  work INTEGER NOT NULL,
  option INTEGER,
  decision INTEGER
);
CREATE INDEX option_choices_by_work ON option_choices (work, idx);
CREATE INDEX option_choices_by_decision ON option_choices (decision);
