// The SQL keeps to what SQLite 3.37 understands, so that an older sqlite3 on the same machine can read the database.
// Comments inside a statement are kept by SQLite: `.schema` shows them.

/** Everything as of version 1: what was planned, what it was trained on, what happened, and the view that ranks it. */
export const first = `
CREATE TABLE experiments (
  experiment_id TEXT PRIMARY KEY,  -- SHA-256 of the name and the resolved configuration without its seeds
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  parent TEXT,                     -- name of the experiment that it extends
  description TEXT,
  config TEXT NOT NULL,            -- JSON, every default filled in
  changes TEXT NOT NULL,           -- JSON list of {key, from, to} against the parent
  published TEXT,                  -- JSON {validation_score, history}
  current INTEGER NOT NULL CHECK (current IN (0, 1)),  -- 1: the newest configuration planned under this name
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX experiments_current ON experiments (name) WHERE current = 1;
CREATE INDEX experiments_name ON experiments (name);

CREATE TABLE splits (
  split_id TEXT PRIMARY KEY,       -- SHA-256 of the classes and the digests of all pictures in order
  dataset TEXT NOT NULL,
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),  -- 1: drawn by ablate, no photos
  classes TEXT NOT NULL,           -- JSON list, in the order of the network's outputs
  training INTEGER NOT NULL,       -- number of pictures
  validation INTEGER NOT NULL
) STRICT;

CREATE TABLE pictures (
  split_id TEXT NOT NULL REFERENCES splits ON DELETE CASCADE,
  subset TEXT NOT NULL CHECK (subset IN ('training', 'validation')),
  position INTEGER NOT NULL,       -- counts from 0; the bit in epochs.correct, the row in predictions.probabilities
  path TEXT NOT NULL,              -- relative to the data set's folder
  class INTEGER NOT NULL,          -- index into splits.classes
  digest TEXT NOT NULL,            -- SHA-256 of the file
  PRIMARY KEY (split_id, subset, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  run_id TEXT PRIMARY KEY,         -- the run's folder
  fingerprint TEXT NOT NULL UNIQUE,
  seed INTEGER NOT NULL,
  split_id TEXT NOT NULL REFERENCES splits,
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'timed-out', 'out-of-memory', 'interrupted')),
  attempts INTEGER NOT NULL DEFAULT 0,
  queued_at TEXT NOT NULL,
  started_at TEXT,                 -- this and all below: of the last attempt
  ended_at TEXT,
  seconds REAL,
  peak_memory_bytes INTEGER,
  problem_code TEXT,
  problem TEXT,
  hint TEXT,
  ablate TEXT,
  node TEXT,
  platform TEXT,
  engine TEXT,
  device TEXT,
  threads INTEGER,
  git_commit TEXT,
  events_ingested INTEGER NOT NULL DEFAULT 0  -- the seq of the next event that is news
) STRICT;
CREATE INDEX runs_status ON runs (status);

-- Rows of the same configuration share a run. A row whose pictures changed has an earlier run that is not current.
CREATE TABLE experiment_runs (
  experiment_id TEXT NOT NULL REFERENCES experiments ON DELETE CASCADE,
  seed INTEGER NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  PRIMARY KEY (experiment_id, run_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX experiment_runs_current ON experiment_runs (experiment_id, seed) WHERE current = 1;
CREATE INDEX experiment_runs_run ON experiment_runs (run_id);

CREATE TABLE epochs (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  epoch INTEGER NOT NULL,          -- counts from 1
  loss REAL,                       -- losses are NULL where training left the numbers
  accuracy REAL,
  val_loss REAL,
  val_accuracy REAL,
  learning_rate REAL,
  seconds REAL NOT NULL,
  pictures_per_second REAL,
  correct BLOB NOT NULL,           -- bit i (byte i >> 3, bit i & 7, lowest first): validation picture i was answered right
  PRIMARY KEY (run_id, epoch)
) STRICT, WITHOUT ROWID;
CREATE INDEX epochs_val_accuracy ON epochs (run_id, val_accuracy);

CREATE TABLE predictions (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  of_epoch TEXT NOT NULL CHECK (of_epoch IN ('last', 'best')),
  epoch INTEGER NOT NULL,
  probabilities BLOB NOT NULL,     -- little-endian float32, [validation pictures, classes]
  PRIMARY KEY (run_id, of_epoch)
) STRICT;

CREATE TABLE artifacts (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,              -- relative to the run's folder
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run_id, kind)
) STRICT;

-- Which runs count for an experiment: those of its newest plan, and every other seed of it that was finished on the same pictures.
CREATE VIEW counted_runs AS
SELECT link.experiment_id, link.seed, link.run_id
FROM experiment_runs AS link
JOIN runs AS run USING (run_id)
WHERE link.current = 1 OR (run.status = 'done' AND EXISTS (
  SELECT 1
  FROM experiment_runs AS planned
  JOIN runs AS planned_run USING (run_id)
  WHERE planned.experiment_id = link.experiment_id AND planned.current = 1 AND planned_run.split_id = run.split_id
));

CREATE VIEW leaderboard AS
WITH scored AS (
  SELECT
    link.experiment_id,
    run.status,
    run.status = 'done' AS done,
    split.dataset,
    split.synthetic,
    split.validation,
    run.engine,
    run.device,
    run.seconds,
    (SELECT val_accuracy FROM epochs WHERE run_id = run.run_id ORDER BY epoch DESC LIMIT 1) AS last,
    (SELECT max(val_accuracy) FROM epochs WHERE run_id = run.run_id) AS best
  FROM counted_runs AS link
  JOIN runs AS run USING (run_id)
  JOIN splits AS split USING (split_id)
)
SELECT
  experiment.name,
  experiment.file,
  experiment.parent,
  experiment.changes,
  max(scored.dataset) AS dataset,
  max(scored.synthetic) AS synthetic,
  sum(done) AS seeds,
  count(*) AS seeds_planned,
  json_extract(experiment.config, '$.epochs') AS epochs,
  avg(last) FILTER (WHERE done) AS last,
  min(last) FILTER (WHERE done) AS last_min,
  max(last) FILTER (WHERE done) AS last_max,
  avg(best) FILTER (WHERE done) AS best,  -- optimistic: the epoch was chosen on the pictures that it is scored on
  json_extract(experiment.published, '$.validation_score') AS published,
  max(scored.validation) AS validation_pictures,
  CASE WHEN count(DISTINCT CASE WHEN done THEN engine END) > 1 THEN 'mixed' ELSE max(engine) FILTER (WHERE done) END AS engine,
  CASE WHEN count(DISTINCT CASE WHEN done THEN device END) > 1 THEN 'mixed' ELSE max(device) FILTER (WHERE done) END AS device,
  avg(seconds) FILTER (WHERE done) AS seconds,
  CASE
    WHEN sum(done) = count(*) THEN 'done'
    WHEN sum(status = 'running') > 0 THEN 'running'
    WHEN sum(done) > 0 THEN 'partial'
    WHEN sum(status = 'failed') > 0 THEN 'failed'
    WHEN sum(status = 'out-of-memory') > 0 THEN 'out-of-memory'
    WHEN sum(status = 'timed-out') > 0 THEN 'timed-out'
    WHEN sum(status = 'interrupted') > 0 THEN 'interrupted'
    ELSE 'queued'
  END AS status,
  sum(done) = 0 AND EXISTS (
    SELECT 1
    FROM experiments AS earlier
    JOIN experiment_runs AS earlier_link USING (experiment_id)
    JOIN runs AS earlier_run USING (run_id)
    WHERE earlier.name = experiment.name AND earlier_run.status = 'done'
  ) AS stale
FROM experiments AS experiment
JOIN scored USING (experiment_id)
WHERE experiment.current = 1
GROUP BY experiment.experiment_id;
`;
