import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {watchGrowth} from '../watch-growth.js';
import {findPip, type Pip} from '../find-pip.js';
import {lastComplaint, runCommand} from '../run-command.js';
import {inspectTensorFlow, type TensorFlowFolder} from '../tensorflow-folder.js';
import {unpackWheel} from '../unpack-wheel.js';
import {verifyDigest} from '../verify-digest.js';
import {wheels as pinned, type Wheel, type WheelTable} from '../wheels.js';
import type {EngineSource, SourceRequest} from './source.js';

/** The pinned wheel, fetched with pip, its checksum verified, and unpacked; other wheels can be pinned for a test. */
export function pip(table: WheelTable = pinned): EngineSource {
  return {
    name: 'pip download',
    async take(request) {
      const key = `${process.platform}-${process.arch}-${request.cuda ? 'cuda' : 'cpu'}`;
      const wheels = table[key];
      if (!wheels) {
        throw new Error(`no TensorFlow wheel is known for ${key}`);
      }

      const found = await findPip(request.env);
      if (!found) {
        throw new Error('no pip: neither `python3 -m pip` nor `python -m pip` nor `pip3` nor `pip` answers');
      }

      return download(found, wheels, request);
    },
  };
}

async function download(program: Pip, wheels: readonly Wheel[], {folder, cuda, env, log}: SourceRequest): Promise<TensorFlowFolder> {
  const [{project, version}] = wheels as [Wheel];
  const downloads = path.join(folder, 'downloads');
  await fetchWheels(program, wheels, {downloads, env, log});

  const digests: Record<string, string> = {};
  for (const name of await readdir(downloads).then(names => names.filter(file => file.endsWith('.whl')))) {
    const wheel = wheels.find(candidate => name.startsWith(`${candidate.project.replaceAll('-', '_')}-${candidate.version}-`));
    if (!wheel) {
      throw new Error(`pip brought ${name}, which was not asked for`);
    }

    log.say(`unpacking ${name}`);
    await verifyDigest(path.join(downloads, name), wheel.sha256);
    await unpackWheel(path.join(downloads, name), folder, isWanted);
    digests[name] = wheel.sha256;
  }

  await rm(downloads, {recursive: true, force: true});
  const found = await inspectTensorFlow(path.join(folder, 'tensorflow'), `the wheel ${project} ${version}, from pip`);
  return {...found, cuda, digests};
}

// A machine without GPU has no use for the rest of a wheel: Python code and headers of C++.
function isWanted(name: string): boolean {
  return /^tensorflow\/libtensorflow(_cc|_framework)?\.(so\.2|2\.dylib)$/v.test(name)
    || /^tensorflow\/include\/(tensorflow\/(c|core\/platform|tsl\/platform|tsl\/c)|tsl\/(c|platform))\/.*\.h$/v.test(name)
    || /^nvidia\/[^\/]+\/(lib\/[^\/]*\.so[^\/]*|bin\/ptxas|nvvm\/libdevice\/.*)$/v.test(name)
    || /\.dist-info\/.*LICENSE/iv.test(name);
}

type Fetching = Pick<SourceRequest, 'env' | 'log'> & {readonly downloads: string};

async function fetchWheels(program: Pip, wheels: readonly Wheel[], {downloads, env, log}: Fetching): Promise<void> {
  const [{project, version}] = wheels as [Wheel];
  const megabytes = wheels.reduce((sum, wheel) => sum + wheel.megabytes, 0);
  const what = `downloading ${project} ${version}${wheels.length > 1 ? ' and NVIDIA\'s libraries' : ''} with pip (${megabytes} MB)`;
  const requirements = path.join(downloads, 'requirements.txt');
  await mkdir(path.join(downloads, 'temporary'), {recursive: true});
  await writeFile(requirements, wheels.map(wheel => `${wheel.project}==${wheel.version} --hash=sha256:${wheel.sha256}\n`).join(''));

  log.say(what);
  const stopWatching = watchGrowth(downloads, '.whl', bytes => {
    // The pinned sizes are rounded, so the last step may pass the whole.
    log.progress(`${what} … ${Math.min(99, Math.floor(bytes / megabytes / 10_000))} %`);
  });
  try {
    const result = await runCommand(program.file, [...program.args, ...pipArguments(wheels, downloads, requirements)], {
      // pip grows its files in the temporary folder; in the cache they are on a disk that is large enough, and can be watched.
      env: {...env, TMPDIR: path.join(downloads, 'temporary'), PIP_REQUIRE_VIRTUALENV: '0', PIP_NO_INPUT: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1'},
    });
    if (result.code !== 0) {
      throw new Error(lastComplaint(result));
    }
  } finally {
    stopWatching();
  }
}

// The wheel is asked for by its tags, whatever the version of the Python that runs pip.
function pipArguments(wheels: readonly Wheel[], downloads: string, requirements: string): string[] {
  const platforms = [...new Set(wheels.map(wheel => wheel.platform))];
  return [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--progress-bar',
    'off',
    '--python-version',
    '3.11',
    '--implementation',
    'cp',
    '--abi',
    'cp311',
    ...platforms.flatMap(platform => ['--platform', platform]),
    '--require-hashes',
    '--dest',
    downloads,
    '--requirement',
    requirements,
  ];
}
