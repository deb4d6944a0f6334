import type { Feature } from '../Feature';
import { mountDownloads } from './assets/mountDownloads';
import { mountUploads } from './assets/mountUploads';
import { assetRoutes } from './routes/assetRoutes';
import { releaseRoutes } from './routes/releaseRoutes';

/** Releases, their files and their notes. */
export const releasesFeature: Feature = {
  name: 'releases',
  routes: [...releaseRoutes, ...assetRoutes],
  mount(options) {
    mountDownloads(options);
    mountUploads(options);
  },
};
