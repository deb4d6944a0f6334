export { githubModule as default } from './module';
