import { convertMarkdown } from './convertMarkdown';
import type { Targets } from './createTargets';
import { findLinks } from './findLinks';
import type { NavEntry } from './NavEntry';
import { plainText } from './plainText';
import { readHeading } from './readHeading';
import { readItem } from './readItem';

const BOLD = /^\s*(?:\*\*|__)([^*_]+)(?:\*\*|__):?\s*$/;
const LONGEST_LINE = 5_000;
/** No navigation is longer; what follows is left out of it. */
const LONGEST = 200_000;

type Section = Extract<NavEntry, { entries: NavEntry[] }>;

/**
 * The navigation that a `_Sidebar.md` makes: its links, below its headings and lists. Each page once, at its first place. Empty where it has
 * no links.
 */
export function readSidebar(options: {
  sidebar: string;
  targets: Targets;
}): NavEntry[] {
  const { sidebar, targets } = options;
  const text = convertMarkdown({
    // A link in HTML names an address; here a file is needed.
    text: sidebar
      .slice(0, LONGEST)
      .replace(
        /<a\s[^<>]{0,300}?href=["']([^"'<>\s]{1,2000})["'][^<>]{0,300}>([^<>]{1,500})<\/a>/gi,
        '[$2]($1)',
      ),
    docPath: 'index.md',
    targets,
  });
  const root: Section = { title: '', entries: [] };
  let sections: { level: number; section: Section }[] = [
    { level: -1, section: root },
  ];
  const seen = new Set<string>();
  // Headings first, then what is bold, then items by their indentation.
  const open = (level: number, title: string) => {
    sections = sections.filter(one => one.level < level);
    const section: Section = { title, entries: [] };
    sections[sections.length - 1].section.entries.push(section);
    sections.push({ level, section });
  };

  for (const raw of text.split('\n')) {
    const line = raw.slice(0, LONGEST_LINE);
    const heading = readHeading(line);
    const bold = BOLD.exec(line);
    const summary = summaryIn(line);
    const item = readItem(line);
    const links = linksIn(line);
    if (/<\/details>/i.test(line)) {
      sections = sections.filter(({ level }) => level < 7);
    } else if (summary !== undefined) {
      open(7, plainText(summary));
    } else if (heading && links.length === 0) {
      open(heading.level, plainText(heading.text));
    } else if (bold) {
      open(8, plainText(bold[1]));
    } else if (item) {
      open(10 + item.indent, plainText(item.text));
      add(links);
    } else if (links.length > 0) {
      // What is below the link to the start page is not below the start page.
      const isHome = links.some(
        link => 'docPath' in link && link.docPath === 'index.md',
      );
      if (heading && isHome) sections = sections.slice(0, 1);
      else if (heading) open(heading.level, plainText(heading.text));
      add(links);
    }
  }
  return tidy(root.entries);

  function add(links: NavEntry[]) {
    for (const link of links) {
      if ('docPath' in link) {
        if (seen.has(link.docPath)) continue;
        seen.add(link.docPath);
      }
      sections[sections.length - 1].section.entries.push(link);
    }
  }
}

/** What is between `<summary>` and `</summary>`. */
function summaryIn(line: string): string | undefined {
  const start = line.search(/<summary>/i);
  if (start < 0) return undefined;
  const rest = line.slice(start + '<summary>'.length);
  const end = rest.search(/<\/summary>/i);
  return end < 0 ? undefined : rest.slice(0, end);
}

function linksIn(line: string): NavEntry[] {
  return findLinks(line).flatMap(({ label, href }): NavEntry[] => {
    const title = plainText(label);
    if (!title || href.startsWith('#')) return [];
    if (/^(?:https?:)?\/\//i.test(href)) return [{ title, url: href }];
    const file = href.replace(/[?#].*$/, '');
    return /\.md$/.test(file)
      ? [{ title, docPath: decodeURIComponent(file) }]
      : [];
  });
}

/** A section with nothing in it goes, and one that holds only its own link is that link. */
function tidy(entries: NavEntry[]): NavEntry[] {
  return entries.flatMap((entry): NavEntry[] => {
    if (!('entries' in entry)) return [entry];
    const inner = tidy(entry.entries);
    if (inner.length === 0) return [];
    const [only] = inner;
    const isItself =
      inner.length === 1 && !('entries' in only) && only.title === entry.title;
    return isItself || !entry.title ? inner : [{ ...entry, entries: inner }];
  });
}
