import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {pythonArguments, pythonLiteral} from './python-literal.js';

type Options = ExperimentConfig['schedule'];

/** Makes `schedule`, a list of callbacks, of the optimizer's rate `RATE` and the steps of an epoch, `STEPS`. */
export function scheduleLines({schedule}: Pick<ExperimentConfig, 'schedule'>): string[] {
  if (schedule.name === 'constant' && schedule.warmup === 0) {
    return ['schedule = []'];
  }

  return [
    `UNIT = ${schedule.unit === 'epochs' ? 'STEPS' : '1'}  # steps; lengths of the schedule are so many times as long`,
    `WARMUP = ${schedule.warmup} * UNIT`,
    '',
    '',
    ...ruleLines(schedule),
    '',
    '',
    'class Schedule(tf.keras.callbacks.Callback):',
    '    """Sets the learning rate before every step, and tells what it is after an epoch."""',
    '    step = 0',
    '',
    '    def on_train_batch_begin(self, batch, logs=None):',
    '        if self.step < WARMUP:',
    `            self.model.optimizer.learning_rate = ${schedule.name === 'plateau' ? 'RATE' : 'rate_at(0)'} * (${schedule.warmup_from} + ${1 - schedule.warmup_from} * self.step / WARMUP)`,
    ...schedule.name === 'plateau'
      ? ['        elif self.step == WARMUP:', '            self.model.optimizer.learning_rate = RATE']
      : ['        else:', '            self.model.optimizer.learning_rate = rate_at(self.step - WARMUP)'],
    '        self.step += 1',
    '',
    '    def on_epoch_end(self, epoch, logs=None):',
    '        logs["learning_rate"] = float(self.model.optimizer.learning_rate)',
    '',
    '',
    schedule.name === 'plateau' ? plateauCallbacks(schedule) : 'schedule = [Schedule()]',
  ];
}

function plateauCallbacks({monitor, factor, patience, min_delta: minDelta, cooldown, min_lr: minRate}: Extract<Options, {name: 'plateau'}>): string {
  const mode = monitor.endsWith('accuracy') ? 'max' : 'min';
  return `schedule = [Schedule(), Plateau(${pythonArguments({monitor, factor, patience, min_delta: minDelta, cooldown, min_lr: minRate, mode})})]`;
}

/** A function of the step behind the warm-up, or for `plateau` a callback. */
function ruleLines(schedule: Options): string[] {
  switch (schedule.name) {
    case 'constant': {
      return rateAt(['return RATE']);
    }

    case 'cosine': {
      const decay = schedule.decay === undefined ? 'EPOCHS * STEPS - WARMUP' : `${schedule.decay} * UNIT`;
      return rateAt([
        `part = min(step / (${decay}), 1)`,
        `return RATE * (${1 - schedule.alpha} * 0.5 * (1 + math.cos(math.pi * part)) + ${schedule.alpha})`,
      ]);
    }

    case 'exponential': {
      const exponent = `step / (${schedule.decay} * UNIT)`;
      return rateAt([`return RATE * ${schedule.decay_rate} ** ${schedule.staircase ? `math.floor(${exponent})` : `(${exponent})`}`]);
    }

    case 'sgdr': {
      return rateAt([
        `cycle, length, left = 0, 1, step / (${schedule.first_decay} * UNIT)`,
        'while left >= length * (1 - 1e-9):',
        `    cycle, length, left = cycle + 1, length * ${schedule.t_mul}, left - length`,
        `return RATE * (${1 - schedule.alpha} * ${schedule.m_mul} ** cycle * 0.5 * (1 + math.cos(math.pi * left / length)) + ${schedule.alpha})`,
      ]);
    }

    case 'step': {
      return rateAt(stepLines(schedule));
    }

    case 'plateau': {
      return [
        'class Plateau(tf.keras.callbacks.ReduceLROnPlateau):',
        '    def on_epoch_end(self, epoch, logs=None):',
        '        if (epoch + 1) * STEPS > WARMUP:',
        '            super().on_epoch_end(epoch, logs)',
      ];
    }
  }
}

function stepLines({every, boundaries, values, factor, unit}: Extract<Options, {name: 'step'}>): string[] {
  // As in Keras' PiecewiseConstantDecay, the step of a boundary is the last of the old rate.
  const drops = every === undefined
    ? `sum(step >= boundary * UNIT + ${unit === 'steps' ? 1 : 0} for boundary in ${pythonLiteral(boundaries ?? [])})`
    : `math.floor(step / (${every} * UNIT))`;
  return [
    `drops = ${drops}`,
    values ? `return ${pythonLiteral(values)}[drops - 1] if drops else RATE` : `return RATE * ${factor} ** drops`,
  ];
}

function rateAt(lines: readonly string[]): string[] {
  return ['def rate_at(step):', ...lines.map(line => `    ${line}`)];
}
