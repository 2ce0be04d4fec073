import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {sayWhile, SetUpError} from './say.js';

// These load files that lie beside them: native code, WebAssembly, fonts. linkedom does without canvas where there is none.
const external = /^(?:@tensorflow|better-sqlite3|sharp|h5wasm|cephes|pdfkit|@expo-google-fonts|canvas)(?:\/|$)/v;

// The command line, and what it starts as processes and threads.
const entries = ['cli.js', 'worker/entry.js', 'worker/predict-entry.js', 'store/sql/entry.js', 'store/sql/thread.js', 'commands/serve/page-entry.js'];

// What every command wants, and what the leaderboard wants, is one file each; the rest lies in as many as share it. A file of all that trains would
// have each command that shares a part of it load TensorFlow.
const groups = {
  start: ['cli.js'],
  board: ['commands/board.js', 'commands/board/show-board.js', 'report/board/board-table.js'],
};

/**
Bundles the entries of `build/src` and the packages that they use into a folder, `worker-entry.cjs` of `worker/entry.js`, with the licences of
all that went in: as CommonJS, which Node loads in less time than modules. Throws a SetUpError.
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
      input: Object.fromEntries(entries.map(file => [nameOf(file), path.join(sources, file)])),
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
      codeSplitting: {groups: Object.entries(groups).map(([name, files]) => group(name, files, sources))},
    });
    writeFileSync(path.join(outdir, 'LICENSES.txt'), licences(output.flatMap(({moduleIds = []}) => moduleIds)));
  } catch (error) {
    done('failed');
    throw new SetUpError(`the command line could not be bundled: ${error.message}`);
  }

  done('done');
}

function nameOf(entry) {
  return entry.replace(/\.js$/v, '').replaceAll('/', '-');
}

/** Modules find the entries in the bundle, and other files that they look for from where they lay themselves. */
function ownPlaces(sources, outdir) {
  return {
    name: 'own-places',
    transform(code, file) {
      if (!file.startsWith(sources + path.sep) || !code.includes('import.meta.url')) {
        return undefined;
      }

      const place = JSON.stringify(path.relative(outdir, file).replaceAll(path.sep, '/'));
      return code.replaceAll(/(?<asked>new URL\('(?<to>[^']+)', )?import\.meta\.url/gv, (text, asked, to) => {
        const entry = to && entries.find(each => path.join(sources, each) === path.resolve(path.dirname(file), to));
        return entry ? `new URL('${nameOf(entry)}.cjs', import.meta.url` : `${asked ?? ''}new URL(${place}, import.meta.url).href`;
      });
    },
  };
}

/** Some modules and all that they import, though not what they load only when it is wanted; without entries, which run where they are loaded. */
function group(name, files, sources) {
  let members;
  return {
    debugName: name,
    name(file, context) {
      members ??= importsOf(files.map(each => path.join(sources, each)), context);
      return members.has(file) && !context.getModuleInfo(file).isEntry ? name : null;
    },
  };
}

function importsOf(files, context) {
  const found = new Set(files);
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
