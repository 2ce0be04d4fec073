import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {sayWhile, SetUpError} from './say.js';

// These load files that lie beside them: native code, WebAssembly, fonts. linkedom does without canvas where there is none.
const external = /^(?:@tensorflow|better-sqlite3|sharp|h5wasm|cephes|pdfkit|@expo-google-fonts|canvas)(?:\/|$)/v;

// What every command wants, and what the leaderboard wants, is one file each; the rest lies in as many as share it.
const groups = {
  start: ['cli.js'],
  board: ['commands/board.js', 'commands/board/show-board.js', 'report/board/board-table.js'],
};

/**
Bundles `build/src/cli.js` and the packages that it uses into a folder, with the licences of all that went in: as CommonJS, which Node loads in
less time than modules. Throws a SetUpError.
*/
export async function writeBundle(root, folder) {
  const {rolldown} = await import('rolldown');
  const done = sayWhile('bundle the command line');
  const outdir = path.join(root, folder);
  rmSync(outdir, {recursive: true, force: true});
  try {
    const sources = path.join(root, 'build/src');
    const bundle = await rolldown({
      cwd: root,
      input: path.join(sources, 'cli.js'),
      platform: 'node',
      external,
      plugins: [ownPlaces(sources, outdir)],
      onLog(level, {message}) {
        if (level === 'warn') {
          throw new Error(message);
        }
      },
    });
    const {output} = await bundle.write({
      dir: outdir,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {groups: Object.entries(groups).map(([name, entries]) => group(name, entries.map(file => path.join(sources, file))))},
    });
    writeFileSync(path.join(outdir, 'LICENSES.txt'), licences(output.flatMap(({moduleIds = []}) => moduleIds)));
  } catch (error) {
    done('failed');
    throw new SetUpError(`the command line could not be bundled: ${error.message}`);
  }

  done('done');
}

/** Modules that look for files beside themselves find them from where they lay. */
function ownPlaces(sources, outdir) {
  return {
    name: 'own-places',
    transform(code, file) {
      if (!file.startsWith(sources + path.sep) || !code.includes('import.meta.url')) {
        return undefined;
      }

      const place = JSON.stringify(path.relative(outdir, file).replaceAll(path.sep, '/'));
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  };
}

/** Some modules and all that they import, though not what they load only when it is wanted. */
function group(name, entries) {
  let members;
  return {
    debugName: name,
    name(file, context) {
      members ??= importsOf(entries, context);
      return members.has(file) ? name : null;
    },
  };
}

function importsOf(entries, context) {
  const found = new Set(entries);
  for (const file of found) {
    for (const imported of context.getModuleInfo(file)?.importedIds ?? []) {
      found.add(imported);
    }
  }

  return found;
}

function licences(files) {
  const folders = new Set(files.map(file => /^.*node_modules\/(?:@[^\/]+\/)?[^\/]+/v.exec(file)?.[0]).filter(found => found !== undefined));
  return [...folders].toSorted().map(folder => {
    const {name, version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice)/iv.test(file))
      .map(file => readFileSync(path.join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  }).join(`\n\n${'-'.repeat(80)}\n\n`);
}
