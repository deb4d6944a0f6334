import type { LauncherFindings } from '../inspection/InspectionContext';

/** What the launcher knows of the configuration and the plugin cannot see: problems with files that it reads, for instance. */
export interface LauncherFindingsService {
  /** As of now: a file that changes while the portal runs is read again. */
  current(): LauncherFindings;
  /** Called with each thing that happens, told in one sentence without secrets. Returns how to stop listening. */
  onReport(
    listener: (report: { level: 'info' | 'warn'; message: string }) => void,
  ): () => void;
}
