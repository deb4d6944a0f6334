import { NavEntry } from './MkdocsConfig';

const EXTERNAL = /^(?:https?:|mailto:|\/\/)/i;
const INCLUDE = /^([!*])include\s+(\S.*)$/;
// A nav that nests deeper than this is not meant for people.
const MAX_DEPTH = 16;

/**
 * Reads the `nav` of `mkdocs.yml`: a list of paths, of `Title: path`, and of `Title: [list]`; a path may also be
 * `!include a/mkdocs.yml` or `*include` with a pattern. Entries of any other shape are reported and left out.
 *
 * @returns undefined when there is no nav at all.
 */
export function readNav(options: {
  nav: unknown;
  file: string;
  report: (message: string) => void;
}): NavEntry[] | undefined {
  const { nav, file, report } = options;
  if (nav === undefined || nav === null) {
    return undefined;
  }
  if (!Array.isArray(nav)) {
    report(`${file}: 'nav' must be a list; the file tree is used instead`);
    return undefined;
  }
  const ignore = (what: unknown) =>
    report(`${file}: nav entry ${JSON.stringify(what)} was ignored`);

  function readList(list: unknown[], depth: number): NavEntry[] {
    return list.flatMap(item => readItem(item, depth));
  }

  function readItem(item: unknown, depth: number): NavEntry[] {
    if (typeof item === 'string') {
      return readTarget(item, undefined);
    }
    if (!item || typeof item !== 'object' || Array.isArray(item)) {
      ignore(item);
      return [];
    }
    return Object.entries(item).flatMap(([title, value]) => {
      if (typeof value === 'string') {
        return readTarget(value, title);
      }
      if (Array.isArray(value) && depth < MAX_DEPTH) {
        const entries = readList(value, depth + 1);
        return [{ type: 'section' as const, title, entries }];
      }
      ignore({ [title]: value });
      return [];
    });
  }

  function readTarget(target: string, title?: string): NavEntry[] {
    if (EXTERNAL.test(target)) {
      return [{ type: 'link', url: target, title }];
    }
    const [, mark, pattern] = INCLUDE.exec(target) ?? [];
    if (mark) {
      const isPattern = mark === '*';
      return [{ type: 'include', path: pattern.trim(), isPattern, title }];
    }
    if (target.startsWith('!') || /^[a-z][a-z0-9+.-]*:/i.test(target)) {
      ignore(title ? { [title]: target } : target);
      return [];
    }
    return [{ type: 'page', path: target, title }];
  }

  return readList(nav, 0);
}
