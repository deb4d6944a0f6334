import { mermaidExtension } from './diagrams/mermaidExtension';
import { docsProgressExtension } from './progress/docsProgressExtension';
import { docsEntityContent, docsReaderPage } from './reader/readerExtensions';
import { docsStorageExtension } from './storage/docsStorageExtension';

/** What this package adds to the TechDocs plugin, for `techdocs.withOverrides`. */
export const docsExtensions = [
  docsProgressExtension,
  docsStorageExtension,
  docsReaderPage,
  docsEntityContent,
  mermaidExtension,
];
