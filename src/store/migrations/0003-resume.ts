/** Attempts go on where earlier ones were interrupted. */
export const resume = `
ALTER TABLE runs ADD COLUMN resumed_epoch INTEGER;  -- the epoch in which the last attempt went on; NULL where it began at the first step
ALTER TABLE runs ADD COLUMN earlier_seconds REAL NOT NULL DEFAULT 0;  -- what earlier attempts spent on what was kept, and what is in seconds
ALTER TABLE runs ADD COLUMN micro_batch INTEGER;    -- pictures at a time, where there was no memory for a batch
ALTER TABLE runs ADD COLUMN notes TEXT;             -- JSON list: what is to be known of how the last attempt began
`;
