import type { Action } from './ActionCall';
import { cache, restoreCache, saveCache } from './cache';
import { checkout } from './checkout';
import { downloadArtifact } from './downloadArtifact';
import { setupTool } from './setupTool';
import { uploadArtifact } from './uploadArtifact';

const ACTIONS: Record<string, Action> = {
  'actions/checkout': checkout,
  'actions/cache': cache,
  'actions/cache/restore': restoreCache,
  'actions/cache/save': saveCache,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'actions/setup-node': setupTool('node'),
  'actions/setup-python': setupTool('python'),
  'actions/setup-java': setupTool('java'),
  'actions/setup-go': setupTool('go'),
  'actions/setup-dotnet': setupTool('dotnet'),
  'ruby/setup-ruby': setupTool('ruby'),
  'pnpm/action-setup': setupTool('pnpm'),
};

/** An action that the sandbox has; undefined if it has none of this name. */
export function builtinAction(name: string): Action | undefined {
  const key = name.toLocaleLowerCase('en-US');
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}
