import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {cacheFolder} from '../../src/engine/cache-folder.js';

test('ABLATE_CACHE names the cache, relative to the working folder', t => {
  t.is(cacheFolder({ABLATE_CACHE: '/somewhere/else'}), path.resolve('/somewhere/else'));
  t.is(cacheFolder({ABLATE_CACHE: 'here'}), path.resolve('here'));
});

test('without it the platform says where, and an empty name is no name', t => {
  const home = process.platform === 'darwin'
    ? path.join(os.homedir(), 'Library/Caches/ablate')
    : path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'ablate');
  t.is(cacheFolder({ABLATE_CACHE: ''}), home);
});

if (process.platform === 'linux') {
  test('XDG_CACHE_HOME is honoured when it is absolute, as its specification wants', t => {
    t.is(cacheFolder({XDG_CACHE_HOME: '/var/shared'}), '/var/shared/ablate');
    t.not(cacheFolder({XDG_CACHE_HOME: 'shared'}), 'shared/ablate');
  });
}
