import type {PlateauSchedule} from '../../domain/generated/experiment-config.js';
import type {EpochMetrics, ScheduleFacts, ScheduleRule, ScheduleState} from '../schedule-rule.js';

/** A rate that falls after epochs without progress, as Keras' ReduceLROnPlateau lets it fall. */
export function plateau(options: PlateauSchedule, {learningRate}: ScheduleFacts): ScheduleRule {
  return {
    start: {rate: learningRate, wait: 0, cooldown: 0},
    rateAt: (_step, {rate}) => rate!,
    afterEpoch: (state, metrics) => look(options, state, metrics),
  };
}

/** `best` is missing before the first look. */
function look(options: PlateauSchedule, state: ScheduleState, metrics: EpochMetrics): ScheduleState {
  const value = metrics[options.monitor];
  const cooldown = Math.max(0, state.cooldown! - 1);
  const wait = state.cooldown! > 0 ? 0 : state.wait!;
  if (isBetter(options, value, state.best)) {
    return {...state, best: value, wait: 0, cooldown};
  }

  if (cooldown > 0) {
    return {...state, wait, cooldown};
  }

  const isOver = wait + 1 >= options.patience && state.rate! > options.min_lr;
  return isOver
    ? {...state, rate: Math.max(state.rate! * options.factor, options.min_lr), wait: 0, cooldown: options.cooldown}
    : {...state, wait: wait + 1, cooldown};
}

function isBetter({monitor, min_delta: minDelta}: PlateauSchedule, value: number, best: number | undefined): boolean {
  if (best === undefined) {
    return true;
  }

  return monitor.endsWith('accuracy') ? value > best + minDelta : value < best - minDelta;
}
