const px = (value: number): string => value.toFixed(1);

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const FAINT = 'fill="#555"';

export const line = (x1: number, y1: number, x2: number, y2: number, style: string): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" ${style}/>`;

export const dot = (x: number, y: number, radius: number, style: string): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${radius}" ${style}/>`;

export const text = (x: number, y: number, words: string, style: string): string =>
  `<text x="${px(x)}" y="${px(y)}" ${style}>${escaped(words)}</text>`;

/** Read from below upwards. */
export const upright = (x: number, y: number, words: string): string =>
  `<g transform="translate(${px(x)} ${px(y)}) rotate(-90)">${text(0, 0, words, `text-anchor="middle" ${FAINT}`)}</g>`;
