/** Scores of runs that are done are kept beside them, so that thousands of runs are a leaderboard at once; and the leaderboard shows them. */
export const scores = `
CREATE TABLE scores (               -- of runs that are done; made of epochs and predictions alone
  run_id TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
  version INTEGER NOT NULL,         -- of how they are computed
  last REAL NOT NULL,               -- accuracies are 0 to 1, on all validation pictures
  best REAL NOT NULL,               -- optimistic: the epoch was chosen on the pictures that it is scored on
  best_epoch INTEGER NOT NULL,      -- counts from 1
  cross_fitted REAL NOT NULL,       -- the epoch is chosen on one half of the pictures and scored on the other, both ways
  mean_last REAL NOT NULL,          -- mean of the last 20 epochs
  protocol REAL NOT NULL,           -- expectation of the best epoch on random batches of 32, and its quantiles of 5 % and 95 %
  protocol_low REAL NOT NULL,
  protocol_high REAL NOT NULL,
  balanced_accuracy REAL,           -- this and all below: of the last epoch
  macro_f1 REAL,
  log_loss REAL,
  calibration_error REAL,
  calibration_by_chance REAL,       -- what calibration_error would be about if every probability were right
  recall TEXT,                      -- JSON list, one a class; null for a class without pictures
  answers BLOB NOT NULL             -- epochs.correct of the last epoch
) STRICT;

-- JSON list: the files that the row was read from, its own first; NULL where an earlier ablate planned it.
ALTER TABLE experiments ADD COLUMN sources TEXT;

DROP VIEW leaderboard;

CREATE VIEW leaderboard AS
WITH scored AS (
  SELECT
    link.experiment_id,
    run.status,
    run.status = 'done' AS done,
    run.split_id,
    split.dataset,
    split.synthetic,
    split.validation,
    run.engine,
    run.device,
    run.seconds,
    -- The second is for a run that no board has scored yet.
    coalesce(score.last, (SELECT val_accuracy FROM epochs WHERE run_id = run.run_id ORDER BY epoch DESC LIMIT 1)) AS last,
    coalesce(score.best, (SELECT max(val_accuracy) FROM epochs WHERE run_id = run.run_id)) AS best,
    score.cross_fitted,
    score.mean_last,
    score.protocol,
    score.balanced_accuracy,
    score.macro_f1,
    score.log_loss,
    score.calibration_error
  FROM counted_runs AS link
  JOIN runs AS run USING (run_id)
  JOIN splits AS split USING (split_id)
  LEFT JOIN scores AS score USING (run_id)
),
summed AS (  -- apart from experiments, whose texts are long
  SELECT
    experiment_id,
    max(dataset) AS dataset,
    max(synthetic) AS synthetic,
    sum(done) AS seeds,
    count(*) AS seeds_planned,
    avg(last) FILTER (WHERE done) AS last,
    min(last) FILTER (WHERE done) AS last_min,
    max(last) FILTER (WHERE done) AS last_max,
    avg(best) FILTER (WHERE done) AS best,  -- optimistic: the epoch was chosen on the pictures that it is scored on
    avg(cross_fitted) FILTER (WHERE done) AS cross_fitted,
    avg(mean_last) FILTER (WHERE done) AS mean_last,
    avg(protocol) FILTER (WHERE done) AS protocol,
    avg(balanced_accuracy) FILTER (WHERE done) AS balanced_accuracy,
    avg(macro_f1) FILTER (WHERE done) AS macro_f1,
    avg(log_loss) FILTER (WHERE done) AS log_loss,
    avg(calibration_error) FILTER (WHERE done) AS calibration_error,
    max(validation) AS validation_pictures,
    max(split_id) AS split_id,
    iif(min(engine) FILTER (WHERE done) <> max(engine) FILTER (WHERE done), 'mixed', max(engine) FILTER (WHERE done)) AS engine,
    iif(min(device) FILTER (WHERE done) <> max(device) FILTER (WHERE done), 'mixed', max(device) FILTER (WHERE done)) AS device,
    avg(seconds) FILTER (WHERE done) AS seconds,
    CASE
      WHEN sum(done) = count(*) THEN 'done'
      WHEN sum(status = 'running') > 0 THEN 'running'
      WHEN sum(done) > 0 THEN 'partial'
      WHEN sum(status = 'failed') > 0 THEN 'failed'
      WHEN sum(status = 'out-of-memory') > 0 THEN 'out-of-memory'
      WHEN sum(status = 'timed-out') > 0 THEN 'timed-out'
      WHEN sum(status = 'interrupted') > 0 THEN 'interrupted'
      WHEN sum(status = 'cancelled') > 0 THEN 'cancelled'
      ELSE 'queued'
    END AS status
  FROM scored
  GROUP BY experiment_id
)
SELECT
  experiment.name,
  experiment.file,
  experiment.parent,
  experiment.changes,
  summed.dataset,
  summed.synthetic,
  json_extract(experiment.config, '$.image_size') AS image_size,
  json_extract(experiment.config, '$.interpolation') AS interpolation,
  json_extract(experiment.config, '$.preprocess') AS preprocess,
  summed.seeds,
  summed.seeds_planned,
  json_extract(experiment.config, '$.epochs') AS epochs,
  coalesce(  -- how often a frozen backbone looked at each training photo
    json_extract(experiment.config, '$.features.views') || iif(json_extract(experiment.config, '$.features.views') = 1, ' view', ' views'),
    json_extract(experiment.config, '$.features')
  ) AS features,
  summed.last,
  summed.last_min,
  summed.last_max,
  summed.best,
  summed.cross_fitted,
  summed.mean_last,
  summed.protocol,
  summed.balanced_accuracy,
  summed.macro_f1,
  summed.log_loss,
  summed.calibration_error,
  json_extract(experiment.published, '$.validation_score') AS published,
  json_extract(experiment.published, '$.history') AS published_history,
  summed.validation_pictures,
  summed.split_id,
  summed.engine,
  summed.device,
  summed.seconds,
  summed.status,
  summed.seeds = 0 AND EXISTS (
    SELECT 1
    FROM experiments AS earlier
    JOIN experiment_runs AS earlier_link USING (experiment_id)
    JOIN runs AS earlier_run USING (run_id)
    WHERE earlier.name = experiment.name AND earlier_run.status = 'done'
  ) AS stale
FROM experiments AS experiment
JOIN summed USING (experiment_id)
WHERE experiment.current = 1;
`;
