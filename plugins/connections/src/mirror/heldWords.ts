import type { HeldPlan } from '@callboard/plugin-github-common';

const WORDS = {
  gone: 'gone',
  leftOut: 'left out (archived, or no filter takes them any more)',
  undescribed: 'without the descriptors that they had',
  stray: 'known from another provider alone',
};

/** What a run found of that which it would remove: `2 gone, 10 left out (archived, ...)`; `these gone` where no more is known. */
export function heldWords({ kinds = {} }: HeldPlan): string {
  const parts = Object.entries(WORDS).flatMap(([kind, words]) => {
    const count = kinds[kind as keyof typeof WORDS];
    return count ? [`${count.toLocaleString('en')} ${words}`] : [];
  });
  return parts.join(', ') || 'these gone';
}
