-- Decisions as folds of their acts: indexes, days, enums and counts. Words are read from the acts that hold them.
CREATE TABLE decisions (
  idx INTEGER PRIMARY KEY,       -- its first act: decision.coming, or decision.taken
  coming_act INTEGER,
  taken_act INTEGER,
  title_act INTEGER NOT NULL,    -- the act in which its title of now stands
  body INTEGER,
  maker_kind TEXT NOT NULL,
  office INTEGER,
  due TEXT,
  on_when TEXT,
  published TEXT,
  effective TEXT,
  sort_day INTEGER NOT NULL,     -- the last day that its day can mean; of one to come, its due day
  call_in TEXT NOT NULL,
  key_decision TEXT NOT NULL,
  by_the_body INTEGER NOT NULL,
  confirmed_act INTEGER,
  source INTEGER,
  deciders INTEGER NOT NULL,     -- named
  named_votes INTEGER NOT NULL,
  counted_votes INTEGER NOT NULL,
  powers INTEGER NOT NULL,
  options INTEGER NOT NULL,
  interests INTEGER NOT NULL,    -- declared, or "none declared"
  evidence INTEGER NOT NULL,
  reasons INTEGER NOT NULL,      -- 1: there are some
  maker INTEGER NOT NULL,        -- 1: its maker is named
  event TEXT,                    -- the last thing that happened to it
  event_act INTEGER,
  event_on TEXT,
  event_minute INTEGER,
  event_open_until TEXT,
  replaced_by INTEGER
);
CREATE INDEX decisions_by_day ON decisions (sort_day, idx);
CREATE INDEX decisions_by_body ON decisions (body, sort_day, idx);

-- The acts that a decision consists of after its first: what changed, and where to read it.
CREATE TABLE decision_acts (
  idx INTEGER PRIMARY KEY,
  decision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL             -- of a correction
);
CREATE INDEX decision_acts_by_decision ON decision_acts (decision, idx);

CREATE TABLE deciders (
  idx INTEGER PRIMARY KEY,
  decision INTEGER NOT NULL,
  held INTEGER,
  office INTEGER,
  vote TEXT,
  chaired INTEGER NOT NULL
);
CREATE INDEX deciders_by_decision ON deciders (decision, idx);
CREATE INDEX deciders_by_held ON deciders (held);
CREATE INDEX deciders_by_office ON deciders (office) WHERE office IS NOT NULL;

CREATE TABLE decision_links (
  idx INTEGER PRIMARY KEY,
  decision INTEGER NOT NULL,
  link TEXT NOT NULL,
  to_decision INTEGER            -- null: in another place's record
);
CREATE INDEX decision_links_by_decision ON decision_links (decision, idx);
CREATE INDEX decision_links_by_to ON decision_links (to_decision, idx);

CREATE TABLE decision_accounts (
  idx INTEGER PRIMARY KEY,
  about INTEGER NOT NULL,        -- a decision, or a place people value
  body INTEGER,
  source INTEGER
);
CREATE INDEX decision_accounts_by_about ON decision_accounts (about, idx);

CREATE TABLE sources (
  idx INTEGER PRIMARY KEY,
  format TEXT NOT NULL,
  read_on INTEGER NOT NULL,
  is_base64 INTEGER NOT NULL
);
