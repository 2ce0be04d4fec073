import test from 'ava';
import {commandLine} from '../../src/commands/command-line.js';

test('a command is given as a shell takes it', t => {
  t.is(commandLine(['run', 'my rows/a.yaml', '--set', 'seeds=[0,1]', '--set', 'name=it\'s', '--runs', '/tmp/x']), String.raw`ablate run 'my rows/a.yaml' --set 'seeds=[0,1]' --set 'name=it'\''s' --runs /tmp/x`);
});
