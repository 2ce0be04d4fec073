import {Buffer} from 'node:buffer';
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';
import {crc32} from 'node:zlib';

/*
What each file of the bundle loads first: keeps the code that V8 makes of CommonJS modules in `build/.compiled`, with that of the functions that were
called, so that the next process does not make it again. Node 22 and later do this by themselves. Where the folder cannot be written, nothing
is kept.
*/

// Other versions make other code.
const folder = path.join(fileURLToPath(new URL('../.compiled', import.meta.url)), `${process.version}-${process.arch}`);

/** Characters below which a module is compiled sooner than its code is read. */
const leastText = 4096;

const sumBytes = 4;

// Kept code no longer knows who is to answer these.
const dynamicImport = /(?<![.\w$])import\s*\(/v;

type Compilable = {_compile(this: NodeJS.Module, text: string, file: string, format?: string): unknown};

if (process.env.NODE_DISABLE_COMPILE_CACHE === undefined) {
  const {enableCompileCache} = module as {enableCompileCache?: (folder: string) => unknown};
  if (enableCompileCache === undefined) {
    keepCode(module.prototype as unknown as Compilable);
  } else {
    enableCompileCache(folder);
  }
}

function keepCode(modules: Compilable): void {
  const compile = modules._compile;
  const unkept = new Map<string, vm.Script>();
  modules._compile = function (text, file, format) {
    const isKept = text.length >= leastText && format !== 'module' && !dynamicImport.test(text);
    const script = isKept ? compileOnce(text, file, unkept) : undefined;
    if (script === undefined) {
      return compile.call(this, text, file, format);
    }

    const body = script.runInThisContext() as (...given: unknown[]) => unknown;
    return body.call(this.exports, this.exports, module.createRequire(file), this, file, path.dirname(file));
  };

  process.once('exit', () => {
    try {
      for (const [place, script] of unkept) {
        writeCode(place, script.createCachedData());
      }
    } catch {
      // The next process makes it again.
    }
  });
}

function compileOnce(text: string, file: string, unkept: Map<string, vm.Script>): vm.Script | undefined {
  const place = path.join(folder, `${path.basename(file)}-${text.length}-${crc32(text).toString(16)}`);
  const cachedData = readCode(place);
  try {
    const script = new vm.Script(module.wrap(text), {filename: file, cachedData});
    if (cachedData === undefined || script.cachedDataRejected) {
      unkept.set(place, script);
    }

    return script;
  } catch {
    // Node itself knows what else it may be, or says what is wrong with it.
    return undefined;
  }
}

/** The code that a file holds before its checksum: of a damaged one V8 would die. */
function readCode(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(0, -sumBytes);
    return bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function writeCode(place: string, code: Buffer): void {
  const aside = `${place}.${process.pid}-${process.hrtime.bigint()}.part`;
  const sum = Buffer.alloc(sumBytes);
  sum.writeUInt32LE(crc32(code));
  mkdirSync(folder, {recursive: true});
  try {
    writeFileSync(aside, Buffer.concat([code, sum]));
    renameSync(aside, place);
  } finally {
    rmSync(aside, {force: true});
  }
}
