export { searchModuleMemory as default } from './module';
export { MemorySearchEngine } from './engine/MemorySearchEngine';
export type { IndexRun } from './engine/IndexRun';
