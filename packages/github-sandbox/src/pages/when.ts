import { html } from 'hono/html';
import type { Markup } from './layout';

const UNITS: Array<[string, number]> = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** A time as "3 days ago", with the exact one on hover. */
export function when(options: { at: string | Date; now: Date }): Markup {
  const { now } = options;
  const at = new Date(options.at);
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? [
    'moment',
    0,
  ];
  const count = size === 0 ? 0 : Math.floor(seconds / size);
  const text =
    size === 0 ? 'just now' : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  return html`<time datetime="${at.toISOString()}" title="${at.toISOString()}"
    >${text}</time
  >`;
}
