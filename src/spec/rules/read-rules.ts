import type {RulesFile} from '../../domain/generated/rules-file.js';
import type {ClassRule, Rules, Texts} from '../../domain/rules.js';
import {errors} from '../../errors.js';
import {explainProblem, formatProblem} from '../explain-problem.js';
import {plainValue} from '../located.js';
import type {SpecProblem} from '../problem.js';
import {sourceReader} from '../read-source.js';
import type {LocatedMap} from '../source.js';
import {checkRules} from './check-rules.js';
import {checkNumberedList, isNumberedList, rulesOfNumberedList} from './numbered-list.js';

type Text = string | Readonly<Record<string, string | undefined>>;

/**
Reads a file of rules, or a numbered list as Huawei's. `knownBins` gives bins whose names in other languages are known. Throws one UserError
with every mistake.
*/
export function readRules(file: string, cwd: string, knownBins: () => Iterable<Texts>): Rules {
  const {source, tree, problems} = sourceReader(cwd, 'a rules file')(file);
  if (!tree) {
    throw invalid(problems);
  }

  const isNumbered = isNumberedList(tree);
  const found = [...problems, ...isNumbered ? checkNumberedList(tree) : checkRules(tree)];
  if (found.length > 0) {
    throw invalid(found);
  }

  return isNumbered ? rulesOfNumberedList(tree, source.label, knownBins()) : rulesOf(tree, source.label);
}

function invalid(problems: readonly SpecProblem[]) {
  const inOrder = problems.toSorted((left, right) => left.place.start - right.place.start);
  return errors.invalidRules(inOrder.map(problem => formatProblem(explainProblem(problem))));
}

function rulesOf(tree: LocatedMap, label: string): Rules {
  const {language = 'en', bins, classes} = plainValue(tree) as RulesFile;
  const textsOf = (text: Text): Texts => new Map(typeof text === 'string' ? [[language, text]] : Object.entries(text) as Array<[string, string]>);
  const ruleOf = (rule: RulesFile['classes'][string]): ClassRule => typeof rule === 'object'
    ? {name: rule.name === undefined ? undefined : textsOf(rule.name), bin: rule.bin, hint: rule.hint === undefined ? undefined : textsOf(rule.hint)}
    : {name: undefined, bin: rule, hint: undefined};
  const rules = {
    label,
    bins: new Map(Object.entries(bins).map(([bin, text]) => [bin, textsOf(text!)])),
    classes: new Map(Object.entries(classes).map(([name, rule]) => [name, ruleOf(rule)])),
  };
  return {...rules, languages: languagesOf(rules)};
}

function languagesOf({bins, classes}: Pick<Rules, 'bins' | 'classes'>): string[] {
  const texts = [...bins.values(), ...[...classes.values()].flatMap(({name, hint}) => [name ?? [], hint ?? []])];
  return [...new Set(texts.flatMap(text => [...text].map(([language]) => language)))];
}
