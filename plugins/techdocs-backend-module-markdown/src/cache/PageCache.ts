/**
 * Keeps rendered pages by what they were made from. A cache may lose anything at any time, and never fails: what it
 * cannot do it leaves undone.
 */
export interface PageCache {
  /** @param key - 64 hexadecimal digits. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  /** Makes room; called after each build. */
  tidy(): Promise<void>;
}
