-- What people value, as folds of its acts. Words are read from the acts that hold them.
CREATE TABLE valued (
  idx INTEGER PRIMARY KEY,      -- its valued.registered
  support TEXT NOT NULL,
  body INTEGER,
  opened TEXT,
  source INTEGER,
  status TEXT NOT NULL,         -- of now
  status_act INTEGER,           -- the act that says so; null: as it was registered
  status_on TEXT,
  moved_to INTEGER,
  is_loss INTEGER NOT NULL,
  decisions INTEGER NOT NULL,   -- linked to it; a loss with none is unexplained
  merged_into INTEGER           -- it stood here twice: the one that stays; null: it stands here itself
);
CREATE INDEX valued_losses ON valued (is_loss, decisions, idx);
CREATE INDEX valued_by_merged_into ON valued (merged_into);
CREATE TABLE valued_merges (idx INTEGER PRIMARY KEY, valued INTEGER NOT NULL, into_valued INTEGER NOT NULL);
CREATE TABLE valued_history (
  idx INTEGER PRIMARY KEY,
  valued INTEGER NOT NULL,
  status TEXT NOT NULL,
  on_when TEXT,
  moved_to INTEGER,
  source INTEGER
);
CREATE INDEX valued_history_by_valued ON valued_history (valued, idx);
CREATE TABLE valued_links (idx INTEGER PRIMARY KEY, valued INTEGER NOT NULL, decision INTEGER NOT NULL, touch TEXT NOT NULL);
CREATE INDEX valued_links_by_valued ON valued_links (valued, idx);
CREATE INDEX valued_links_by_decision ON valued_links (decision, idx);
CREATE TABLE loss_statements (idx INTEGER PRIMARY KEY, valued INTEGER NOT NULL, decision INTEGER, people INTEGER NOT NULL, on_when TEXT);
CREATE INDEX loss_statements_by_valued ON loss_statements (valued, idx);
-- What bodies and sources say of it, side by side (account.given, which the decision concern brings and folds too).
CREATE TABLE valued_accounts (idx INTEGER PRIMARY KEY, about INTEGER NOT NULL);
CREATE INDEX valued_accounts_by_about ON valued_accounts (about, idx);
CREATE TABLE replacements (idx INTEGER PRIMARY KEY, valued INTEGER NOT NULL, outcome TEXT NOT NULL, moved_to INTEGER);
CREATE INDEX replacements_by_valued ON replacements (valued, idx);
