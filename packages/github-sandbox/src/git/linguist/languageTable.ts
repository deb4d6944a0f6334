import type { Language } from 'linguist-languages';

/** Which language a file has: by its whole name, by its extension, or by the interpreter that its first line names. */
export interface LanguageTable {
  byFilename: Map<string, string>;
  byExtension: Map<string, string>;
  byInterpreter: Map<string, string>;
}

/** What an extension that several languages share mostly stands for; linguist would look at the content. */
const PREFERRED: Record<string, string> = {
  '.asm': 'Assembly',
  '.bas': 'Visual Basic 6.0',
  '.cls': 'Apex',
  '.cs': 'C#',
  '.d': 'D',
  '.ex': 'Elixir',
  '.f': 'Fortran',
  '.fs': 'F#',
  '.h': 'C',
  '.hh': 'C++',
  '.html': 'HTML',
  '.inc': 'PHP',
  '.l': 'Lex',
  '.lisp': 'Common Lisp',
  '.m': 'Objective-C',
  '.md': 'Markdown',
  '.ml': 'OCaml',
  '.mm': 'Objective-C++',
  '.php': 'PHP',
  '.pl': 'Perl',
  '.pm': 'Perl',
  '.pp': 'Puppet',
  '.pro': 'Prolog',
  '.r': 'R',
  '.rs': 'Rust',
  '.s': 'Assembly',
  '.sc': 'Scala',
  '.scm': 'Scheme',
  '.sol': 'Solidity',
  '.sql': 'SQL',
  '.t': 'Perl',
  '.ts': 'TypeScript',
  '.tsx': 'TSX',
  '.txt': 'Text',
  '.v': 'Verilog',
};

/** Only these count on GitHub; data and prose do not. */
function isCounted(language: Language): boolean {
  return language.type === 'programming' || language.type === 'markup';
}

/** Builds the tables from linguist's data. What is not counted is in them as `''`, so that a data file is not taken for code. */
export function buildLanguageTable(options: {
  languages: Language[];
}): LanguageTable {
  const table: LanguageTable = {
    byFilename: new Map(),
    byExtension: new Map(),
    byInterpreter: new Map(),
  };
  // The first extension of a language is the one that it is known by: such languages go first.
  const ranked = (extension: string) => (language: Language) =>
    language.extensions?.[0] === extension;
  const extensions = new Set(
    options.languages.flatMap(language => language.extensions ?? []),
  );
  for (const extension of extensions) {
    const all = options.languages.filter(language =>
      language.extensions?.includes(extension),
    );
    const chosen =
      all.find(language => language.name === PREFERRED[extension]) ??
      all.find(ranked(extension)) ??
      all[0];
    table.byExtension.set(extension.toLowerCase(), nameOf(chosen));
  }
  for (const language of options.languages) {
    for (const filename of language.filenames ?? []) {
      if (!table.byFilename.has(filename)) {
        table.byFilename.set(filename, nameOf(language));
      }
    }
    for (const interpreter of language.interpreters ?? []) {
      if (!table.byInterpreter.has(interpreter)) {
        table.byInterpreter.set(interpreter, nameOf(language));
      }
    }
  }
  return table;
}

// A dialect counts as its group: TSX as TypeScript.
function nameOf(language: Language): string {
  return isCounted(language) ? language.group ?? language.name : '';
}
