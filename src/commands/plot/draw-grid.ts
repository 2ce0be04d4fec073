import {errors} from '../../errors.js';
import {photoGrid} from '../../report/plots/photo-grid.js';
import type {Places} from '../places.js';
import {chooseGrid} from '../subject/choose-grid.js';
import type {GatheredSubject} from '../subject/gather-subject.js';
import {gridAnswers} from '../subject/grid-answers.js';
import {copyPhotos} from '../subject/copy-photos.js';
import {tellNotes} from '../tell-notes.js';

// A quarter of 130 mm at 300 dots an inch; the page's would be coarse in print.
const printedSide = 384;

/** Sixteen photos with what a subject says of them. Throws a UserError where it has said nothing, or none of the photos is here. */
export async function drawGrid(subject: GatheredSubject, {width, places}: {readonly width: number; readonly places: Places}): Promise<string> {
  const {report: {label, split, facts}, validation} = subject;
  const chosen = chooseGrid(validation, split.split_id);
  const answers = gridAnswers(subject, chosen);
  if (answers.length === 0) {
    throw errors.nothingToPlot('grid', `${label} has no stored probabilities: it is not done, or was trained by an earlier ablate`);
  }

  const wanted = chosen.map(place => ({...validation[place]!, class: split.classes[validation[place]!.classIndex]!}));
  const {photos} = await copyPhotos(facts.config.dataset, wanted, places, printedSide);
  if (photos.size === 0) {
    throw errors.photosAway(label, split.dataset);
  }

  const lost = wanted.filter(({digest}) => !photos.has(digest)).length;
  tellNotes(lost === 0 ? [] : [`${lost} of the ${wanted.length} photos of ${label} are not shown: they are not here, or have changed since.`]);
  return photoGrid(
    wanted.map((photo, index) => ({...answers[index]!, truth: photo.class, jpeg: photos.get(photo.digest)?.jpeg})),
    `${label}: ${wanted.length} validation photos`,
    width,
  );
}
