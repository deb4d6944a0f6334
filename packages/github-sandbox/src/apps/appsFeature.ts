import type { Feature } from '../Feature';
import { routes } from './routes';

/** GitHub Apps: what they are, where they are installed, their tokens. Their pages stand with those of signing in. */
export const appsFeature: Feature = { name: 'apps', routes };
