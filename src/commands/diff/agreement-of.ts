import type {DigestedPicture} from '../../domain/dataset.js';
import type {Agreement} from '../../report/diff/difference.js';
import {pictureAgreement} from '../../score/comparison/picture-agreement.js';
import {meanPredictions} from '../../score/run/mean-predictions.js';
import {predictedClass} from '../../score/run/predictions.js';
import {answersOf} from '../subject/answers-of.js';
import {predictionsOf} from '../subject/predictions-of.js';
import type {ScoredRun} from '../subject/scored-runs.js';

/** Which of the validation pictures the runs of one subject have right, and those of the other. */
export function agreementOf(one: readonly ScoredRun[], other: readonly ScoredRun[], validation: readonly DigestedPicture[]): Agreement {
  const {classes} = one[0]!.run.split;
  const [fromSaid, toSaid] = [one, other].map(runs => whatWasSaid(runs, validation)) as [Said, Said];
  const {both, onlyOne, onlyOther, neither, differing} = pictureAgreement(answersOf(one), answersOf(other));
  return {
    both,
    only_from: onlyOne,
    only_to: onlyOther,
    neither,
    pictures: differing.map(({picture, one: from, other: to}) => ({
      path: validation[picture]!.path,
      class: classes[validation[picture]!.classIndex]!,
      from,
      to,
      from_said: fromSaid(picture),
      to_said: toSaid(picture),
    })),
  };
}

type Said = (picture: number) => string | null;

function whatWasSaid(runs: readonly ScoredRun[], validation: readonly DigestedPicture[]): Said {
  const all = predictionsOf(runs, validation);
  const mean = all.length > 0 ? meanPredictions(all) : undefined;
  return picture => mean ? runs[0]!.run.split.classes[predictedClass(mean, picture).index]! : null;
}
