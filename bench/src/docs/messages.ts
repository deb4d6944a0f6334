/** The product that a program builds with. */
export type Product = 'stock' | 'callboard';

/** What a program is asked to build. */
export interface BuildOrder {
  inputDir: string;
  outputDir: string;
  /** Where Callboard keeps rendered pages; stock has no such thing. */
  cacheDir: string;
}

/** What a program reports: that it can be asked, then how long each build took, or why it failed. */
export type GeneratorReport =
  | { type: 'ready' }
  | { type: 'built'; ms: number }
  | { type: 'failed'; message: string };
