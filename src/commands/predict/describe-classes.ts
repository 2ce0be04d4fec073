import type {KnownClass} from '../../domain/prediction.js';
import {suggest} from '../../spec/suggest.js';
import type {ChosenRules} from './choose-rules.js';
import {textIn} from './text-in.js';

/** A network's classes, with what the rules say of each. */
export function describeClasses(classes: readonly string[], chosen: ChosenRules | undefined): KnownClass[] {
  return classes.map(name => {
    const rule = chosen?.rules.classes.get(name);
    const shown = rule?.name && textIn(rule.name, chosen!.language);
    const bin = rule?.bin === undefined ? undefined : {key: rule.bin, name: textIn(chosen!.rules.bins.get(rule.bin)!, chosen!.language)};
    return {name, shown, bin, hint: rule?.hint && textIn(rule.hint, chosen!.language)};
  });
}

/** That some classes have no rule, if they have none. */
export function ruleNotes(classes: readonly KnownClass[], chosen: ChosenRules | undefined): string[] {
  const without = chosen ? classes.filter(({bin}) => !bin).map(({name}) => name) : [];
  if (without.length === 0) {
    return [];
  }

  const others = [...chosen!.rules.classes.keys()].filter(name => !classes.some(each => each.name === name));
  const meant = without.map(name => suggest(name, others)).find(text => text !== '') ?? '';
  return [`The rules ${chosen!.rules.label} have no rule for ${without.join(', ')}.${meant.replace('Did you mean', 'Is it meant by')}`];
}
