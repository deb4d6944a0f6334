import type { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows, Home and End go through the rows of a table or list: what of each carries `data-row`. */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]'),
  ];
  const at = rows.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  let next: HTMLElement | undefined;
  if (event.key === 'Home') next = rows[0];
  else if (event.key === 'End') next = rows.at(-1);
  else if (Object.hasOwn(STEPS, event.key)) next = rows[at + STEPS[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
