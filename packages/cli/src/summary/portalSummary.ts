import type { PortalConfig } from '../config/loadPortalConfig';
import type { SelectedNames } from '../presets/selectPresets';
import { describeDatabase } from './describeDatabase';
import { describeSignIn } from './describeSignIn';
import { describeSources } from './describeSources';
import { describeSyncs } from './describeSyncs';

/** What a portal is about to run with, in facts that hold no secret. */
export interface PortalSummary {
  presets: string[];
  presetsNote?: string;
  baseUrl: string;
  database: string;
  signIn: string[];
  sources: string[];
  syncs: string[];
  plugins: string[];
  warnings: string[];
}

/** The facts for the summary at start. */
export function portalSummary(portal: PortalConfig): PortalSummary {
  const { config, selected, selection, warnings } = portal;
  return {
    presets: selected.names,
    presetsNote: noteOf(selected),
    baseUrl: config.getString('app.baseUrl'),
    database: describeDatabase(config),
    signIn: describeSignIn(config),
    sources: describeSources(config),
    syncs: describeSyncs(config),
    plugins: selection.plugins,
    warnings,
  };
}

function noteOf({ reason, because }: SelectedNames) {
  switch (reason) {
    case 'trial':
      return 'the trial, since nothing of your own is configured';
    case 'configured':
      return `none, since you have set ${because.join(', ')}`;
    default:
      return undefined;
  }
}
