import fs from 'node:fs/promises';
import path from 'node:path';
import type { Progress, RepositoryTools } from '../repositoryTools';
import { cleanEnvironment } from './cleanEnvironment';
import type { Portal } from './Portal';

/** Callboard as `npm start` serves it, with what stock has: the example company from files, and a guest. The trial's GitHub does not run. */
export function callboardPortal(options: {
  root: string;
  tools: RepositoryTools;
  progress: Progress;
}): Portal {
  const { root, tools, progress } = options;
  const inRoot = (...segments: string[]) => path.join(root, ...segments);

  return {
    name: 'callboard',
    catalogPath: '/catalog',
    async prepare() {
      await tools.ensureBuilt({ progress });
    },
    startCommand: ({ port, data }) => ({
      command: process.execPath,
      args: [
        inRoot('bin', 'callboard'),
        'start',
        '--config',
        inRoot('bench', 'callboard', 'app-config.yaml'),
        '--port',
        String(port),
        '--data',
        data,
      ],
      cwd: root,
      env: cleanEnvironment(process.env, {}),
    }),
    buildFrontendCommand: () => ({
      command: process.execPath,
      args: [
        inRoot('node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
        'package',
        'build',
        '--config',
        inRoot('app-config.yaml'),
      ],
      cwd: inRoot('packages', 'app'),
      env: cleanEnvironment(process.env, {
        NODE_ENV: 'production',
        // What the base configuration asks for; nothing of it gets into the result.
        CALLBOARD_BASE_URL: 'http://localhost:7007',
        CALLBOARD_DATA: inRoot('data'),
        PORT: '7007',
      }),
    }),
    async forgetCaches() {
      await fs.rm(inRoot('.cache', 'v8'), { recursive: true, force: true });
    },
    installation: {
      packages: [inRoot('packages', 'cli')],
      own: [
        inRoot('app-config.yaml'),
        inRoot('bin'),
        inRoot('examples'),
        inRoot('packages', 'app', 'dist'),
        inRoot('packages', 'cli', 'dist'),
        inRoot('presets'),
        inRoot('scripts'),
      ],
    },
  };
}
