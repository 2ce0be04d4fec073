import {errors} from '../../errors.js';
import {scriptObstacle} from '../../takeaway/script/script-obstacle.js';
import {writeScript, type ScriptRun} from '../../takeaway/script/write-script.js';
import {classWeights} from '../../training/class-weights.js';
import {chooseSlots} from '../choose-slots.js';
import {findStore, openResults} from '../find-store.js';
import {findRuns} from '../find-runs.js';
import {isExperimentFile} from '../is-experiment-file.js';
import type {Places} from '../places.js';
import {planSweep} from '../plan-sweep.js';
import {readFacts} from './read-facts.js';
import {writeExport} from './write-export.js';

type ScriptOptions = {readonly output: string; readonly places: Places};

/** Writes a program a run, and gives where. Throws a UserError where a row has what Keras has not. */
export async function exportScripts(given: readonly string[], {output, places}: ScriptOptions): Promise<string[]> {
  const found: ScriptRun[] = [];
  for (const word of given) {
    found.push(...isExperimentFile(word, places) ? await plannedRuns(word, places) : storedRuns(word, places));
  }

  const runs = [...new Map(found.map(run => [run.runId, run])).values()];
  for (const run of runs) {
    const obstacle = scriptObstacle(run);
    if (obstacle !== undefined) {
      throw errors.cannotTakeAway(run.runId, obstacle);
    }
  }

  const files: string[] = [];
  for (const run of runs) {
    files.push(await writeExport(output, {path: `${run.runId}.py`, content: writeScript(run)}));
  }

  return files;
}

/** Keras fetches weights itself, so that none need be here. */
async function plannedRuns(file: string, places: Places): Promise<ScriptRun[]> {
  const {runs} = await planSweep({paths: [file], overrides: [], slots: chooseSlots(undefined, places)}, places, findStore(places));
  return runs.map(({id, seed, split, experiment: {name, config}}) => withWeights({runId: id, seed, split, name, config}));
}

function storedRuns(word: string, places: Places): ScriptRun[] {
  const store = openResults(places);
  const runIds = findRuns(word, store);
  store.close();
  return runIds.map(runId => {
    const {facts: {seed, experiment: {name, config}}, split} = readFacts(runId, places);
    return withWeights({runId, seed, split, name, config});
  });
}

function withWeights(run: Omit<ScriptRun, 'classWeights'>): ScriptRun {
  const {config, split: {classes, training}} = run;
  return {...run, classWeights: classWeights(config.class_weight, classes, training.map(({classIndex}) => classIndex))};
}
