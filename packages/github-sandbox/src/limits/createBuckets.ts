/** How many buckets are kept. A sandbox has a few dozen callers; the rest is against a script that makes up callers. */
const MOST = 10_000;

interface Bucket {
  used: number;
  /** Seconds since the epoch. */
  reset: number;
}

/** Counters that begin anew when their window has passed. The number of them is bounded: ended ones go first, then the oldest. */
export function createBuckets(options: {
  /** Seconds since the epoch. */
  now: () => number;
  most?: number;
}) {
  const { now, most = MOST } = options;
  const buckets = new Map<string, Bucket>();

  function makeRoom() {
    if (buckets.size < most) return;
    for (const [name, { reset }] of buckets) {
      if (reset <= now()) buckets.delete(name);
    }
    const [oldest] = buckets.keys();
    if (buckets.size >= most) buckets.delete(oldest);
  }

  return {
    /** The bucket of the window that is open now. One that was not used yet is not kept. */
    open(name: string, windowSeconds: number): Bucket {
      const bucket = buckets.get(name);
      return bucket && bucket.reset > now()
        ? bucket
        : { used: 0, reset: now() + windowSeconds };
    },
    /** Adds to it. */
    add(name: string, windowSeconds: number, amount: number): void {
      const bucket = this.open(name, windowSeconds);
      bucket.used = Math.max(0, bucket.used + amount);
      if (!buckets.has(name)) makeRoom();
      buckets.set(name, bucket);
    },
    size: () => buckets.size,
  };
}
