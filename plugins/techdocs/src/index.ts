/**
 * Docs that show how far their first build is, and diagrams.
 *
 * @packageDocumentation
 */
export { docsModule as default } from './module';
export { docsExtensions } from './docsExtensions';
export {
  docsProgressApiRef,
  type DocsProgressApi,
} from './progress/docsProgressApiRef';
export type {
  BuildSeen,
  BuildStep,
  DocsProgress,
  LogLine,
} from './progress/DocsProgress';
