import { loadReadmeRenderer } from '@callboard/plugin-techdocs-backend-module-markdown';

/** The renderer of docs, loaded with the first README. */
export const loadRenderer = loadReadmeRenderer;
