/** A file of a wiki's git repository. */
export interface WikiFile {
  /** From the root, with `/`. */
  path: string;
  content: Buffer;
}

/** A page, and where it goes. */
export interface WikiPage {
  file: WikiFile;
  /** As GitHub's address of it has it: `Getting-started`. */
  name: string;
  /** As GitHub shows it: `Getting started`. */
  title: string;
  /** Below `docs/`: `Getting-started.md`, and `index.md` of `Home`. */
  docPath: string;
  /** What it is written in, where that is not Markdown. */
  otherFormat?: string;
}

/** Everything in a wiki, by what it is for. */
export interface Wiki {
  /** `https://github.com/acme/shop`, without a slash at the end. */
  repositoryUrl: string;
  pages: WikiPage[];
  /** Images and other files; they keep their place below `docs/`. */
  assets: WikiFile[];
  /** Markdown. */
  sidebar?: string;
  /** Markdown. */
  footer?: string;
}
