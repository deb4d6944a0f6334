export { techdocsModuleMarkdown as default } from './module';
export { MarkdownGenerator } from './MarkdownGenerator';
export { loadReadmeRenderer } from './markdown/loadReadmeRenderer';
