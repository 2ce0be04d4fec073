import {markup, raw, type Html} from './markup.js';
import type {ReportData, RunEnvironment} from './report-data.js';

/** Where and with what the runs were trained, and the commands that make all of it again. */
export function originSection({rows, commands}: ReportData): Html {
  return markup`<section id="origin" aria-labelledby="origin-title"><h2 id="origin-title">To make it again</h2>
<pre tabindex="0"><code>${commands.map((command, index) => markup`${raw(index === 0 ? '' : '\n')}${command}`)}</code></pre>
<p>The same files, seeds, machine and number of threads give the same figures to the last bit; another processor rounds otherwise.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Environments"><table><thead><tr><th scope="col">environment</th><th scope="col">commit</th><th scope="col" class="right">runs</th><th scope="col">rows</th></tr></thead><tbody>${
  environments({rows}).map(({text, commit, runs, names}) => markup`<tr><th scope="row">${text}</th><td><code>${commit}</code></td><td class="right">${runs}</td><td>${[...names].join(', ')}</td></tr>`)
}</tbody></table></div></section>`;
}

/** The environments that runs were trained in, the most used first. */
export function environments({rows}: Pick<ReportData, 'rows'>) {
  const groups = new Map<string, {text: string; commit: string; runs: number; names: Set<string>}>();
  for (const {row, runs} of rows) {
    for (const {environment} of runs.filter(run => run.environment.engine !== null)) {
      const text = textOf(environment);
      const commit = environment.commit?.slice(0, 12) ?? '';
      const group = groups.get(`${text} ${commit}`) ?? {text, commit, runs: 0, names: new Set<string>()};
      group.runs++;
      group.names.add(row.name);
      groups.set(`${text} ${commit}`, group);
    }
  }

  return [...groups.values()].toSorted((left, right) => right.runs - left.runs);
}

function textOf({ablate, node, platform, engine, device, threads}: RunEnvironment): string {
  const parts = [
    ablate === null ? '' : `ablate ${ablate}`,
    engine ?? '',
    device ?? '',
    threads === null || device?.includes('thread') ? '' : `${threads} threads`,
    node === null ? '' : `Node ${node}`,
    platform ?? '',
  ];
  return parts.filter(part => part !== '').join(', ');
}
