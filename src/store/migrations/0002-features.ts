/** The leaderboard says how often a row's frozen backbone looked at each training photo. */
export const features = `
DROP VIEW leaderboard;

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
  coalesce(  -- how often a frozen backbone looked at each training photo
    json_extract(experiment.config, '$.features.views') || iif(json_extract(experiment.config, '$.features.views') = 1, ' view', ' views'),
    json_extract(experiment.config, '$.features')
  ) AS features,
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
