/**
The colours of plots and page, by the variable that plots name; `#light #dark`. Those of series are Okabe and Ito's, which people who see red
and green alike tell apart, moved until each has 3:1 against its ground.
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
  s0: ['#0067a5', '#6cb6ec'],
  s1: ['#b35400', '#f0a04b'],
  s2: ['#00735a', '#4fc9a6'],
  s3: ['#a3457f', '#e59bc8'],
  s4: ['#5f4bb6', '#b3a6f5'],
  s5: ['#8a7000', '#e0cd4e'],
  s6: ['#2a7f9e', '#8fd9ee'],
  s7: ['#6b6b6b', '#b9b9b9'],
};

/** From this share on a cell's colour is so deep that its figure is light. */
export const deepFrom = 0.55;

export const seriesColours = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'].map(name => `var(--${name})`);
