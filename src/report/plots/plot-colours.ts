/**
The colours of plots and page, by the variable that plots name; `#light #dark`. Those of series are six that are far from each other also for who
sees no red, no green or no blue, each with 3:1 against its ground.
*/
export const plotColours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ground: ['#ffffff', '#16181c'],
  ink: ['#1c1e21', '#e6e6e3'],
  muted: ['#5c6066', '#a3a8af'],
  rule: ['#d9dbde', '#383c43'],
  panel: ['#f5f6f7', '#1f2227'],
  accent: ['#0067a5', '#6cb6ec'],
  bad: ['#b3261e', '#ff8a80'],
  good: ['#00735a', '#4fc9a6'],
  published: ['#9a4f00', '#f0a04b'],
  training: ['#6b6b6b', '#b9b9b9'],
  s0: ['#0067a5', '#6cb6ec'],
  s1: ['#f24d0a', '#f76713'],
  s2: ['#0a9c8a', '#12ab68'],
  s3: ['#a774f7', '#b966aa'],
  s4: ['#7a3a1c', '#e0cd4e'],
  s5: ['#1c1e21', '#f5f5f2'],
};

/** From this share on a cell's colour is so deep that its figure is light. */
export const deepFrom = 0.55;

export const seriesColours = ['s0', 's1', 's2', 's3', 's4', 's5'].map(name => `var(--${name})`);
