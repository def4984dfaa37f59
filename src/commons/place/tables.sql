-- What a place is: folds of its acts. Names are words of the act whose index stands in name_act and the like.
CREATE TABLE places (
  idx INTEGER PRIMARY KEY,
  zone TEXT NOT NULL,
  helplines TEXT NOT NULL,
  host_decides INTEGER NOT NULL,
  sample INTEGER NOT NULL
);
CREATE TABLE bodies (
  idx INTEGER PRIMARY KEY,
  name_act INTEGER NOT NULL,
  asks_to_act INTEGER,
  body_kind TEXT NOT NULL,
  part_of INTEGER,
  decides INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  ask_instead INTEGER,
  from_when TEXT,
  to_when TEXT
);
CREATE INDEX bodies_by_part_of ON bodies (part_of);
CREATE TABLE body_changes (
  idx INTEGER PRIMARY KEY,
  body INTEGER NOT NULL,
  renamed INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  ask_instead INTEGER,
  on_when TEXT
);
CREATE INDEX body_changes_by_body ON body_changes (body);
CREATE TABLE offices (
  idx INTEGER PRIMARY KEY,
  body INTEGER,
  from_when TEXT,
  to_when TEXT
);
CREATE INDEX offices_by_body ON offices (body);
CREATE TABLE office_holders (
  idx INTEGER PRIMARY KEY,
  office INTEGER,
  from_when TEXT,
  to_when TEXT,
  left_act INTEGER
);
CREATE INDEX office_holders_by_office ON office_holders (office);
-- One row a day that entered a division's calendar; its title is the act's word "added/<place>/title".
CREATE TABLE holidays (
  act INTEGER NOT NULL,
  place INTEGER NOT NULL,
  division TEXT NOT NULL,
  day INTEGER NOT NULL,
  known_from INTEGER NOT NULL,
  removed_on INTEGER,
  removed_by INTEGER,
  PRIMARY KEY (act, place)
);
CREATE INDEX holidays_by_day ON holidays (division, day);
CREATE TABLE holiday_changes (
  idx INTEGER PRIMARY KEY,
  division TEXT NOT NULL,
  known_from INTEGER NOT NULL,
  added INTEGER NOT NULL,
  removed INTEGER NOT NULL
);
CREATE TABLE rules (
  idx INTEGER PRIMARY KEY,
  body INTEGER,
  rule TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER,
  working_days INTEGER NOT NULL,
  counted_from TEXT NOT NULL,
  first_day_counts INTEGER NOT NULL,
  last_day_in_force INTEGER NOT NULL,
  end_minute INTEGER NOT NULL
);
CREATE INDEX rules_by_body ON rules (body);
