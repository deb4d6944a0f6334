import type { Route } from '../../http/Route';
import { deleteContents } from './deleteContents';
import { getContents } from './getContents';
import { getLicence } from './getLicence';
import { getReadme } from './getReadme';
import { putContents } from './putContents';

/** Files and directories. */
export const contentRoutes: Route[] = [
  ...getContents,
  ...getReadme,
  getLicence,
  putContents,
  deleteContents,
];
