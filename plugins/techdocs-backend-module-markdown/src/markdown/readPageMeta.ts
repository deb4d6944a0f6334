/** The part of a page's front matter that is honoured. */
export interface PageMeta {
  title?: string;
  description?: string;
  /** Of `navigation` and `toc`. */
  hide: string[];
}

const HIDEABLE = ['navigation', 'toc'];

/** Reads `title`, `description` and `hide`; values of other types count as absent. */
export function readPageMeta(meta: Record<string, unknown>): PageMeta {
  const hide = Array.isArray(meta.hide) ? meta.hide : [];
  return {
    title: text(meta.title),
    description: text(meta.description),
    hide: HIDEABLE.filter(name => hide.includes(name)),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
