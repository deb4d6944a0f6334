import { Page } from './Page';

/** The index that MkDocs writes and the TechDocs search collator reads. */
export interface SearchIndex {
  config: { lang: string[]; separator: string; pipeline: string[] };
  docs: { location: string; title: string; text: string }[];
}

/** One document for each page, then one for each of its headings. */
export function searchIndex(options: { pages: Page[] }): SearchIndex {
  return {
    config: {
      lang: ['en'],
      separator: '[\\s\\-]+',
      pipeline: ['stopWordFilter'],
    },
    docs: options.pages.flatMap(({ url, title, sections }) => [
      {
        location: url,
        title,
        text: sections
          .map(section =>
            `${section.heading?.text ?? ''} ${section.text}`.trim(),
          )
          .filter(Boolean)
          .join(' '),
      },
      ...sections.flatMap(({ heading, text }) =>
        heading
          ? [{ location: `${url}#${heading.id}`, title: heading.text, text }]
          : [],
      ),
    ]),
  };
}
