import test from 'ava';
import {parseHTML} from 'linkedom';
import {planRun} from '../../queue/fixtures/plan-run.js';
import type {NowData} from '../../../src/report/live/now-data.js';
import type {RunRow} from '../../../src/domain/run-row.js';
import {nowPieces, nowSection} from '../../../src/report/live/now-section.js';
import {signOf} from '../../../src/report/live/sign-of.js';

const row: RunRow = {
  run_id: planRun('one').id, name: '<b>one', file: 'one.yaml', seed: 0, status: 'queued', epochs_done: 0, epochs: 10, val_accuracy: null, seconds: null, attempts: 1,
  queued_at: '', started_at: null, ended_at: null, problem_code: null, problem: null, hint: null, resumed_epoch: null, micro_batch: null, notes: null, timeout: null,
};
const left: NowData = {state: 'stopped', running: [], waiting: [], failed: [], done: 0, total: 1, secondsLeft: undefined, trouble: undefined};

type Element = {
  readonly textContent: string;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
  readonly getAttribute: (name: string) => string | null;
};

function draw(now: Partial<NowData>): (selector: string) => Element[] {
  const {document} = parseHTML(`<html><body>${nowSection({...left, ...now}).text}</body></html>`) as unknown as {document: Element};
  return selector => [...document.querySelectorAll(selector)];
}

test('a bar can be read aloud, and a curve comes with the second epoch', t => {
  const epochs = [1, 2, 3].map(epoch => ({epoch, loss: 1, accuracy: epoch / 4, val_loss: 1, val_accuracy: 0.5, learning_rate: 0.1, seconds: 2}));
  const at = (count: number) => draw({state: 'live', running: [{run: row, epochs: epochs.slice(0, count), secondsLeft: 14}]});
  const [bar] = at(3)('[role=progressbar]');
  t.deepEqual(['aria-label', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext'].map(name => bar!.getAttribute(name)), ['<b>one seed 0', '0', '10', '3', '3 of 10 epochs']);
  t.is(at(3)('.facts-of-run')[0]!.textContent, 'epoch 3 of 10 · loss 1.000 · accuracy 0.750 · validation 0.500 · 2.0 s an epoch');
  const [quick] = draw({running: [{run: row, epochs: [{...epochs[0]!, seconds: 0.012}], secondsLeft: 14}]})('.facts-of-run');
  t.regex(quick!.textContent, / · 12 ms an epoch$/v);
  t.is(at(3)('.left')[0]!.textContent, 'about 14 s left');
  t.is(at(3)('polyline').length, 2);
  t.is(at(1)('polyline').length, 0);
  t.is(at(0)('.facts-of-run')[0]!.textContent, 'starting: no epoch of 10 yet');
  t.is(at(3)('b b').length, 0, 'names are not obeyed');
});

test('a reason of several lines keeps them, and is not obeyed', t => {
  const problem = 'a picture cannot be read\n  dog/<img src=x>\r\n  cat/\u{1B}[31m.png';
  const all = draw({failed: [{...row, status: 'failed', problem, hint: 'See `one\ntwo`.'}]});
  t.is(all('.list p br').length, 3);
  t.is(all('.list p')[0]!.textContent, 'a picture cannot be read\n  dog/<img src=x>\n  cat/\u{241B}[31m.png');
  t.is(all('.list img').length, 0);
  t.is(all('.list code')[0]!.textContent, 'one\ntwo');
});

test('what was cancelled is told once', t => {
  const [entry] = draw({failed: [{...row, status: 'cancelled', problem_code: 'run-cancelled', problem: 'was cancelled', hint: '`ablate retry x` puts it back.'}]})('.list li');
  t.regex(entry!.textContent, /^<b>one seed 0 cancelledablate retry x puts it back\.Log$/v);
});

test('a curve of thousands of epochs is drawn of its steps\' lowest and highest, and no spike is lost', t => {
  const epochs = Array.from({length: 3000}, (_, index) => ({
    epoch: index + 1, loss: 1, accuracy: index === 1234 ? 1 : index / 6000, val_loss: 1, val_accuracy: index === 2000 ? 0 : 0.5, learning_rate: 0.1,
    seconds: 2,
  }));
  const lines = draw({state: 'live', running: [{run: {...row, epochs: 3000}, epochs, secondsLeft: 14}]})('polyline').map(line => line.getAttribute('points')!);
  const [training, validation] = lines.map(line => line.split(' ').map(point => point.split(',').map(Number) as [number, number]));
  t.true(training!.length <= 300 && training!.length > 150);
  t.is(Math.min(...training!.map(([, y]) => y)), 3);
  t.is(Math.max(...validation!.map(([, y]) => y)), 45);
  t.deepEqual(training!.map(([x]) => x), training!.map(([x]) => x).toSorted((left, right) => left - right), 'in order');
});

test('apart in pieces it is the same', t => {
  const waiting = [{run: row, why: 'waits'}];
  const now: NowData = {...left, state: 'live', waiting, failed: [row], running: [{run: {...row, run_id: 'other'}, epochs: [], secondsLeft: undefined}]};
  const {frame, pieces} = nowPieces(now);
  t.deepEqual([...pieces.keys()], ['other', 'Waiting', 'Not finished']);
  const whole = frame.replaceAll(/<(?<element>li|div) data-key="(?<key>[^"]+)" data-same><\/\k<element>>/gv, (...parts) => pieces.get(parts[2] as string)!);
  t.is(whole, nowSection(now).text);
});

test('of ten thousand that wait some are listed, and all are counted', t => {
  const all = draw({state: 'live', waiting: Array.from({length: 10_000}, (_, index) => ({run: {...row, run_id: `one-${index}`}, why: 'waits'}))});
  t.is(all('.list h3')[0]!.textContent, 'Waiting 10000');
  t.is(all('.list li').length, 100);
  t.is(all('.list .inner > summary')[0]!.textContent, '9995 more');
  t.regex(all('.list .inner > p')[0]!.textContent, /^And 9900 more: ablate status lists them\.$/v);
});

test('the sign tells a sweep that is over from one that died', t => {
  const failed = [{...row, status: 'failed'}, {...row, status: 'cancelled'}] as const;
  const waiting = [{run: row, why: 'waits'}];
  const sign = (now: Partial<NowData>) => signOf({...left, ...now});
  t.deepEqual(sign({state: 'done'}), {text: 'All done', kind: 'done'});
  t.deepEqual(sign({state: 'failed', failed}), {text: '1 failed', kind: 'failed'});
  t.deepEqual(sign({state: 'stopped', waiting: [...waiting, ...waiting]}), {text: 'Stopped: 2 runs wait', kind: 'stopped'});
  t.deepEqual(sign({state: 'stopped', waiting, failed}), {text: 'Stopped: 1 run waits, 1 failed', kind: 'stopped'});
});
