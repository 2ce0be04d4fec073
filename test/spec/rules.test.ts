import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {findRules, shippedRules} from '../../src/spec/rules/find-rules.js';

const trashnet = ['cardboard', 'glass', 'metal', 'paper', 'plastic', 'trash'];

async function withFile<Result>(name: string, content: string, use: (folder: string) => Result): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-rules-'));
  try {
    await writeFile(path.join(folder, name), content);
    return use(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

async function mistakes(content: string): Promise<string> {
  return withFile('r.yaml', content, folder => {
    try {
      findRules('r.yaml', folder);
      return '';
    } catch (error) {
      return (error as UserError).message;
    }
  });
}

for (const name of shippedRules) {
  test(`the rules that ablate ships have a bin for each class of TrashNet, in English and Chinese: ${name}`, t => {
    const {label, classes, bins, languages} = findRules(name, '/');
    t.is(label, name);
    t.deepEqual([...classes.keys()], trashnet);
    t.deepEqual(languages.slice(0, 2), ['en', 'zh']);
    for (const texts of [...bins.values(), ...[...classes.values()].flatMap(({name: called, hint}) => [called ?? [], hint ?? []])]) {
      const given = [...texts].map(([language]) => language);
      t.true(given.length === 0 || languages.every(language => given.includes(language)), `in ${given.join(' ')}`);
    }
  });
}

test('the four bins of China have their names', t => {
  const names = [...findRules('china', '/').bins.values()].map(texts => texts.get('zh'));
  t.deepEqual(names, ['可回收物', '有害垃圾', '厨余垃圾', '其他垃圾']);
});

test('a numbered list is read as rules and as names, and its bins have their English names', async t => {
  const list = '{\n\t"0": "其他垃圾/一次性快餐盒",\n\t"23": "可回收物/易拉罐",\n\t"40": "特殊/别的"\n}\n';
  await withFile('list.json', list, folder => {
    const {classes, bins, languages} = findRules('list.json', folder);
    t.deepEqual(classes.get('23'), {name: new Map([['zh', '易拉罐']]), bin: '可回收物', hint: undefined});
    t.is(classes.get('一次性快餐盒')!.bin, '其他垃圾', 'folders may bear the name');
    t.is(bins.get('其他垃圾')!.get('en'), 'Other waste');
    t.deepEqual([...bins.get('特殊')!], [['zh', '特殊']]);
    t.deepEqual(languages, ['zh', 'en']);
  });
  await withFile('list.json', '{"0": " 可回收物 / 易拉罐 ", "1": "可回收物/易拉罐"}', folder => {
    const {classes, bins} = findRules('list.json', folder);
    t.deepEqual(classes.get('易拉罐'), {name: new Map([['zh', '易拉罐']]), bin: '可回收物', hint: undefined});
    t.deepEqual([...bins].map(([bin, texts]) => [bin, texts.get('en')]), [['可回收物', 'Recyclable waste']]);
  });
  t.regex(await mistakes('{"0": "其他垃圾/ "}'), /^r\.yaml:1:\d+ 0: expected "bin\/thing"/v);
  t.regex(await mistakes('{"0": "其他垃圾/烟蒂",\n"7": "可回收物/ 烟蒂"}'), /^r\.yaml:2:6 7: "烟蒂" goes into "其他垃圾" by 0, and into "可回收物" here\./v);
  t.regex(await mistakes('{"0": "其他垃圾/烟蒂", "1": "烟蒂"}'), /^r\.yaml:1:\d+ 1: expected "bin\/thing", such as "可回收物\/易拉罐", but got "烟蒂"/v);
});

test('texts without a language are in the language of the file', async t => {
  await withFile('r.yaml', 'language: de\nbins: {a: Tonne}\nclasses: {x: a, y: {name: Ypsilon}}\n', folder => {
    const {bins, classes, languages} = findRules('r.yaml', folder);
    t.deepEqual([...bins.get('a')!], [['de', 'Tonne']]);
    t.deepEqual(classes.get('x'), {name: undefined, bin: 'a', hint: undefined});
    t.is(classes.get('y')!.bin, undefined);
    t.deepEqual(languages, ['de']);
  });
});

test('every mistake is told at its line', async t => {
  t.is(await mistakes('bins: {dark: d}\nclasses:\n  a: drk\n  b: {bin: dark, hint: {english: x}}\n'), [
    'r.yaml:3:6 classes.a: expected one of the bins "dark" but got "drk". Did you mean "dark"?',
    '    3 |   a: drk',
    '      |      ^^^',
    '',
    'r.yaml:4:25 classes.b.hint.english: expected a language, such as en, zh or pt-BR, but got "english".',
    '    4 |   b: {bin: dark, hint: {english: x}}',
    '      |                         ^^^^^^^',
    '',
    '2 problems.',
  ].join('\n'));
  t.regex(await mistakes('bins: {a: 1}\nclasss: {a: b}\n'), /unknown key "classs"\. Did you mean "classes"\?/v);
  t.regex(await mistakes('bins: {a: 1}\nclasses: {b: a}\n'), /bins\.a: expected a text or a map but got 1\./v);
  t.regex(await mistakes('- a\n'), /expected a rules file \(keys and values\) but got a list/v);
  t.regex(await mistakes('bins: {a: [\n'), /never closed/v);
  t.throws(() => findRules('nothing.yaml', '/'), {instanceOf: UserError, message: /there is no such file, and ablate has no rules of this name/v});
});
