import {Buffer} from 'node:buffer';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import type {RequestListener} from 'node:http';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import {downloadFile} from '../../src/files/download-file.js';
import {cutAfter, fileServer, serve} from '../serve.js';
import {temporary} from '../dataset/temporary.js';

const content = Buffer.from(Array.from({length: 100_000}, (_, index) => index % 251));
const changed = Buffer.from(Array.from({length: 90_000}, (_, index) => index % 241));

test('goes on from where it was cut, asks for the rest alone, and leaves no note behind', async t => {
  const requests: string[] = [];
  const {file, again} = await cutOff(t, '"one"', fileServer(content, '"one"', requests));
  const seen: number[] = [];
  await again(received => {
    seen.push(received);
  });
  t.deepEqual(requests, ['bytes=40000-']);
  t.true(seen[0]! > 40_000);
  t.true(content.equals(await readFile(file)));
  t.deepEqual(await readdir(path.dirname(file)), ['it.part']);
});

test('what changed at its source meanwhile is fetched anew', async t => {
  const {file, again} = await cutOff(t, '"one"', fileServer(changed, '"two"'));
  await again();
  t.true(changed.equals(await readFile(file)));
});

test('a server without ranges gives the whole again', async t => {
  const {file, again} = await cutOff(t, undefined, (_request, response) => {
    response.end(content);
  });
  await again();
  t.true(content.equals(await readFile(file)));
});

test('where all had come, nothing more is fetched', async t => {
  const folder = await temporary(t);
  const file = path.join(folder, 'it.part');
  const requests: string[] = [];
  const url = await serve(t, fileServer(content, '"one"', requests));
  await writeFile(file, content);
  await writeFile(`${file}.from`, JSON.stringify({url, validator: '"one"'}));
  await downloadFile(url, file, {resume: true});
  t.deepEqual(requests, ['bytes=100000-']);
  t.true(content.equals(await readFile(file)));
});

test('what lies there from another URL is not gone on from', async t => {
  const folder = await temporary(t);
  const file = path.join(folder, 'it.part');
  await writeFile(file, content.subarray(0, 5));
  await writeFile(`${file}.from`, JSON.stringify({url: 'http://elsewhere/', validator: '"one"'}));
  await downloadFile(await serve(t, fileServer(changed, '"one"')), file, {resume: true});
  t.true(changed.equals(await readFile(file)));
});

test('the length of packed bytes, which come unpacked, is not taken for theirs', async t => {
  const file = path.join(await temporary(t), 'it');
  const packed = gzipSync(content);
  const url = await serve(t, (_request, response) => {
    response.writeHead(200, {'content-encoding': 'gzip', 'content-length': packed.length}).end(packed);
  });
  const totals = new Set<number | undefined>();
  await downloadFile(url, file, {
    onProgress(_received, total) {
      totals.add(total);
    },
  });
  t.true(content.equals(await readFile(file)));
  t.deepEqual([...totals], [undefined]);
});

/** A download of which 40,000 bytes came, and the same again from a server that now answers as given. */
async function cutOff(t: ExecutionContext, etag: string | undefined, then: RequestListener) {
  const file = path.join(await temporary(t), 'it.part');
  let answer = cutAfter(40_000, content, etag, () => file);
  const url = await serve(t, (request, response) => {
    answer(request, response);
  });
  await t.throwsAsync(downloadFile(url, file, {resume: true}), {message: /the connection was cut/v});
  t.is((await readFile(file)).length, 40_000);
  answer = then;
  return {
    file,
    async again(onProgress?: (received: number) => void) {
      await downloadFile(url, file, {resume: true, onProgress});
    },
  };
}
