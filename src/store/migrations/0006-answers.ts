/** What lies in blobs and lists of the finished runs that the leaderboard counts, as rows: each answer, and how well each class is known. */
export const answers = `
CREATE VIEW answers AS
SELECT
  experiment.name,
  link.seed,
  picture.position,
  picture.path,
  json_extract(split.classes, '$[' || picture.class || ']') AS class,
  json_extract(split.classes, '$[' || (
    SELECT output.key
    FROM ${outputsOfPicture()} AS said JOIN json_each(split.classes) AS output
    ORDER BY ${bigEndian('output.key')} DESC, output.key
    LIMIT 1
  ) || ']') AS predicted,
  ${bitAt('epoch.correct', 'picture.position')} AS right,
  ${decoded(`SELECT max(${bigEndian('output.key')}) AS float FROM ${outputsOfPicture()} AS said JOIN json_each(split.classes) AS output`)} AS probability,
  ${decoded(`SELECT ${bigEndian('picture.class')} AS float FROM ${outputsOfPicture()} AS said`)} AS truth_probability,
  run.run_id
FROM experiments AS experiment
JOIN counted_runs AS link USING (experiment_id)
JOIN runs AS run USING (run_id)
JOIN splits AS split USING (split_id)
JOIN epochs AS epoch ON epoch.run_id = run.run_id AND epoch.epoch = (SELECT max(epoch) FROM epochs WHERE run_id = run.run_id)
JOIN pictures AS picture ON picture.split_id = run.split_id AND picture.subset = 'validation'
WHERE experiment.current = 1 AND run.status = 'done';

CREATE VIEW class_scores AS
SELECT
  experiment.name,
  json_extract(split.classes, '$[' || class.key || ']') AS class,
  (SELECT count(*) FROM pictures WHERE split_id = run.split_id AND subset = 'validation' AND class = class.key) AS pictures,
  count(*) AS seeds,
  avg(class.value) AS recall,      -- of the last epoch: mean, lowest and highest over seeds
  min(class.value) AS recall_min,
  max(class.value) AS recall_max
FROM experiments AS experiment
JOIN counted_runs AS link USING (experiment_id)
JOIN runs AS run USING (run_id)
JOIN splits AS split USING (split_id)
JOIN scores AS score USING (run_id)
JOIN json_each(score.recall) AS class
WHERE experiment.current = 1 AND run.status = 'done'
GROUP BY experiment.experiment_id, class.key;
`;

/**
The digits of a picture's outputs, in hexadecimal; no row where they are missing, or not as many as there must be. They are looked up here,
and not joined, so that no sorting carries all outputs of a run with each picture; LIMIT has SQLite compute them once, and not wherever they
are named.
*/
function outputsOfPicture(): string {
  const classes = 'json_array_length(split.classes)';
  return `(
      SELECT hex(substr(probabilities, 1 + 4 * ${classes} * picture.position, 4 * ${classes})) AS outputs
      FROM predictions
      WHERE run_id = run.run_id AND of_epoch = 'last' AND length(probabilities) = 4 * ${classes} * split.validation
      LIMIT 1
    )`;
}

/** The digits of one output, highest byte first: of two that are not negative, the larger comes later in the alphabet. */
function bigEndian(index: string): string {
  return [7, 5, 3, 1].map(digit => `substr(said.outputs, ${digit} + 8 * ${index}, 2)`).join(' || ');
}

/** The value of the digits that a query names `float`. The aggregate has SQLite compute the bits once. */
function decoded(query: string): string {
  return `(
    SELECT ${valueOf('bits')}
    FROM (SELECT max(${bitsOf('float')}) AS bits FROM (${query}))
  )`;
}

/** A float32 that is not negative of its bits, exactly: its mantissa over powers of two, none of which is too large for SQLite's integers. */
function valueOf(bits: string): string {
  const exponent = `max(1, ${bits} >> 23)`;
  const mantissa = `((${bits} & 8388607) + (${bits} >= 8388608) * 8388608)`;
  return [0, 62, 124].reduce((value, done) => `${value} / (1 << min(62, max(0, ${150 - done} - ${exponent})))`, `1.0 * ${mantissa}`);
}

function bitsOf(digits: string): string {
  return Array.from({length: 8}, (_, place) => `(${valueOfDigit(digits, place + 1)} << ${28 - (4 * place)})`).join(' | ');
}

// All binary operators of bits have one precedence in SQLite.
function bitAt(set: string, position: string): string {
  const byte = `hex(substr(${set}, 1 + (${position} >> 3), 1))`;
  return `(((${valueOfDigit(byte, 1)} << 4) | ${valueOfDigit(byte, 2)}) >> (${position} & 7)) & 1`;
}

function valueOfDigit(digits: string, place: number): string {
  return `(instr('0123456789ABCDEF', substr(${digits}, ${place}, 1)) - 1)`;
}
