import {existsSync} from 'node:fs';
import path from 'node:path';
import {datasetPlaces, datasetFolder} from '../../dataset/dataset-places.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Rules} from '../../domain/rules.js';
import {errors} from '../../errors.js';
import {findRules} from '../../spec/rules/find-rules.js';
import type {Places} from '../places.js';

export type ChosenRules = {readonly rules: Rules; readonly language: string};

export type RulesWish = {readonly rules?: string; readonly lang?: string};

/** The rules that are asked for, else those of the data set, if it has any, and the language to show. Throws a UserError where they cannot be had. */
export function chooseRules({rules: asked, lang}: RulesWish, dataset: ExperimentConfig['dataset'], places: Places): ChosenRules | undefined {
  const given = asked ?? rulesOfDataset(dataset, places);
  if (given === undefined) {
    if (lang !== undefined) {
      throw errors.languageWithoutRules(lang);
    }

    return undefined;
  }

  const rules = findRules(given, places.cwd);
  return {rules, language: chooseLanguage(rules, lang)};
}

/** `rules.yaml` beside the photos; what ablate ships for TrashNet's classes where they are called by name. */
function rulesOfDataset(dataset: ExperimentConfig['dataset'], places: Places): string | undefined {
  const folders = typeof dataset === 'string' ? datasetPlaces(dataset, places) : [datasetFolder(dataset)];
  const own = folders.map(folder => path.join(folder, 'rules.yaml')).find(file => existsSync(file));
  return own ?? (typeof dataset === 'string' ? 'trashnet' : undefined);
}

function chooseLanguage({label, languages}: Rules, wanted: string | undefined): string {
  if (wanted === undefined) {
    return languages[0]!;
  }

  if (!languages.some(language => language === wanted || baseOf(language) === baseOf(wanted))) {
    throw errors.unknownLanguage(wanted, label, languages);
  }

  return wanted;
}

function baseOf(language: string): string {
  return language.split('-', 1)[0]!;
}
