import {mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
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
  // Beside where it goes, so that nobody finds half of it.
  const fresh = `${folder}.new`;
  try {
    rmSync(path.join(root, fresh), {recursive: true, force: true});
    mkdirSync(path.join(root, fresh), {recursive: true});
    // rolldown calls files by their real paths.
    const [sources, outdir] = ['build/src', fresh].map(place => realpathSync(path.join(root, place)));
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
      // A fifth of what every command reads.
      comments: {jsdoc: false, annotation: false, legal: true},
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {groups: Object.entries(groups).map(([name, files]) => group(name, files, sources))},
    });
    const runtime = path.join(root, 'node_modules/rolldown/package.json');
    writeFileSync(path.join(outdir, 'LICENSES.txt'), licences([runtime, ...output.flatMap(({moduleIds = []}) => moduleIds)]));
    moveInto(path.join(root, folder), outdir);
  } catch (error) {
    done('failed');
    throw new SetUpError(`the command line could not be bundled: ${error.message}`);
  }

  done('done');
}

/**
Files bear a digest of what is in them, but for the entries, which come last. Those of earlier bundles stay for a week: a command that has been
going on since then may load one still.
*/
function moveInto(folder, fresh) {
  mkdirSync(folder, {recursive: true});
  const isEntry = file => entries.some(entry => file === `${nameOf(entry)}.cjs`);
  const files = readdirSync(fresh).toSorted((one, other) => Number(isEntry(one)) - Number(isEntry(other)));
  for (const file of files) {
    renameSync(path.join(fresh, file), path.join(folder, file));
  }

  rmSync(fresh, {recursive: true});
  const aWeekAgo = Date.now() - (7 * 24 * 60 * 60 * 1000);
  for (const file of readdirSync(folder).filter(each => each.endsWith('.cjs') && !files.includes(each))) {
    if (statSync(path.join(folder, file)).mtimeMs < aWeekAgo) {
      rmSync(path.join(folder, file));
    }
  }
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
