import { createMask, type Mask } from './createMask';

/** How long values stay masked after their run or request: what it set off may still be logged. */
const GRACE_MS = 60_000;

interface Holder {
  mask: Mask;
  /** By the monotonic clock; missing while it is held. */
  endsAt?: number;
}

const holders = new Set<Holder>();

/**
 * Has values masked in every log line and audit event of the scaffolder while they are in use, and a minute longer.
 *
 * @returns to be called once when they are not in use any more; further calls do nothing.
 */
export function holdMask(options: {
  values?: Iterable<string>;
  /** Instead of values, where there is one already. */
  mask?: Mask;
}): () => void {
  const mask = options.mask ?? createMask({ values: options.values ?? [] });
  if (mask.isEmpty) return () => {};
  const holder: Holder = { mask };
  holders.add(holder);
  return () => {
    holder.endsAt ??= performance.now() + GRACE_MS;
  };
}

/** The mask of all values that are in use in this process. */
export const activeMask: Mask = {
  get isEmpty() {
    return masks().length === 0;
  },
  text: text => masks().reduce((masked, mask) => mask.text(masked), text),
  deep: value => masks().reduce((masked, mask) => mask.deep(masked), value),
};

function masks(): Mask[] {
  const now = performance.now();
  for (const holder of holders) {
    if (holder.endsAt !== undefined && holder.endsAt < now) {
      holders.delete(holder);
    }
  }
  return [...holders].map(holder => holder.mask);
}
