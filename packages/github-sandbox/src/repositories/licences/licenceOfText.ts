/** What a text must contain for a licence, first hit first. */
const MARKS: Array<[mark: RegExp, key: string]> = [
  [/Apache License\s+Version 2\.0/i, 'apache-2.0'],
  [/Mozilla Public License,? Version 2\.0/i, 'mpl-2.0'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, 'gpl-3.0'],
  [/BSD 3-Clause/i, 'bsd-3-clause'],
  [/MIT License|Permission is hereby granted, free of charge/i, 'mit'],
  [/free and unencumbered software/i, 'unlicense'],
];

/** The key of the licence in a LICENSE file; `other` where it is none that GitHub would know. */
export function licenceOfText(text: string): string {
  return MARKS.find(([mark]) => mark.test(text))?.[1] ?? 'other';
}
