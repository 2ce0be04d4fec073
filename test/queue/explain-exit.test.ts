import test from 'ava';
import {explainExit, type WorkerExit} from '../../src/queue/explain-exit.js';

const exit: WorkerExit = {code: null, signal: 'SIGKILL', oomKilled: false, printed: '', seconds: 1};

test('a SIGKILL while the kernel killed for want of memory is out of memory', t => {
  t.like(explainExit('r', {...exit, oomKilled: true}), {status: 'out-of-memory', problem: {code: 'worker-memory'}});
  t.is(explainExit('r', exit).status, 'failed');
  t.is(explainExit('r', {...exit, signal: 'SIGSEGV', oomKilled: true}).status, 'failed');
});

test('an abort after V8\'s or C++\'s last words on memory is out of memory', t => {
  for (const printed of [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'terminate called after throwing an instance of \'std::bad_alloc\'',
  ]) {
    t.is(explainExit('r', {...exit, signal: 'SIGABRT', printed}).status, 'out-of-memory');
  }

  t.is(explainExit('r', {...exit, signal: 'SIGABRT', printed: 'assertion failed'}).status, 'failed');
});

test('whatever ended a worker that was told to stop, the run was interrupted', t => {
  t.like(explainExit('r', {...exit, stopped: 'stopped', oomKilled: true}), {status: 'interrupted', problem: {code: 'run-interrupted'}});
});

test('a program that does not exist is named', t => {
  const {status, problem} = explainExit('r', {...exit, signal: null, failure: new Error('spawn /no/node ENOENT')});
  t.is(status, 'failed');
  t.is(problem.message, 'the worker could not be started (spawn /no/node ENOENT)');
});

test('the message quotes the last five lines that say something', t => {
  const printed = 'one\ntwo\nthree\nfour\nfive\n\nsix\n    at main (a.js:1:1)\nNode.js v20.19.0\n';
  const {problem} = explainExit('r', {...exit, code: 1, signal: null, printed});
  t.is(problem.message, 'the worker ended with exit code 1 before it recorded a result; the last that it printed:\n  two\n  three\n  four\n  five\n  six');
  t.is(problem.hint, 'See what it printed: `ablate logs r`.');
});
