import {csvField} from '../src/report/csv-field.js';
import type {MeasureFacts, Sample} from './measure.js';

/** Where and of what the figures are. */
export type Circumstances = {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  /** `tfjs 4.22.0 on tensorflow 2.15.1`. */
  readonly engine: string;
  /** `keras 2.15.0 on tensorflow-cpu 2.15.1`. */
  readonly keras: string;
  readonly photos: string;
};

const header = 'measure,side,repetition,value,unit,date,commit,processor,cores,engine,keras,photos';

/** The file's name: `amd-epyc-2-cores_tfjs-4.22.0-on-tensorflow-2.15.1_keras-….csv`. */
export function csvName({processor, cores, engine, keras}: Circumstances): string {
  return `${[`${processor} ${cores} cores`, engine, keras].map(text => text.toLowerCase().replaceAll(/[^a-z\d.]+/gv, '-')).join('_')}.csv`;
}

/** Every figure as a line. Of an earlier file's lines those stay whose measure was not taken again. */
export function toCsv(measures: readonly MeasureFacts[], samples: readonly Sample[], circumstances: Circumstances, earlier = ''): string {
  const taken = new Set(measures.map(({name}) => name));
  const kept = earlier.split('\n').slice(1).filter(line => line !== '' && !taken.has(line.split(',')[0]!));
  const {date, commit, processor, cores, engine, keras, photos} = circumstances;
  const units = new Map(measures.map(({name, unit}) => [name, unit]));
  const lines = samples.map(({measure, side, repetition, value}) =>
    [measure, side, repetition, value, units.get(measure), date, commit, processor, cores, engine, keras, photos]
      .map(cell => csvField(cell)).join(','));
  return `${[header, ...kept, ...lines].join('\n')}\n`;
}
