/** A seed that was trained again, with other weights of its backbone for example, counts once: before, its earlier run counted beside it. */
export const seedsOnce = `
DROP VIEW counted_runs;

-- Which runs count for an experiment: those of its newest plan, and for every other seed the run of it that was finished last on the same pictures.
CREATE VIEW counted_runs AS
SELECT link.experiment_id, link.seed, link.run_id
FROM experiment_runs AS link
JOIN runs AS run USING (run_id)
WHERE link.current = 1 OR (
  run.status = 'done'
  AND EXISTS (
    SELECT 1
    FROM experiment_runs AS planned
    JOIN runs AS planned_run USING (run_id)
    WHERE planned.experiment_id = link.experiment_id AND planned.current = 1 AND planned_run.split_id = run.split_id
  )
  AND NOT EXISTS (
    SELECT 1
    FROM experiment_runs AS other
    JOIN runs AS other_run USING (run_id)
    WHERE other.experiment_id = link.experiment_id AND other.seed = link.seed AND (
      other.current = 1
      OR (other_run.status = 'done' AND other_run.split_id = run.split_id AND other_run.rowid > run.rowid)
    )
  )
);
`;
