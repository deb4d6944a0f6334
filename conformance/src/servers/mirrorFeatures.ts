import {
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import { catalogRecorder } from './catalogRecorder';
import { configFeature } from './configFeature';

/** A Backstage whose catalog mirrors GitHub, beside whatever catalog is added. */
export const mirrorFeatures = () => [
  configFeature(),
  import('@backstage/plugin-auth-backend'),
  import('@backstage/plugin-events-backend'),
  import('@backstage/plugin-permission-backend'),
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  // eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
  import('@callboard/plugin-github-backend'),
  rootGithubServiceFactory,
  githubUrlReaderFactory,
  catalogRecorder,
];
