import type { Use } from '../../probes/Probe';

/** A directory with people, and a portal's configuration that reads it. */
export interface SourceTrial {
  presets: string[];
  variables: Record<string, string>;
  /** Of the source that the portal has then. */
  id: string;
  /** What must be nowhere in what the portal tells of the source. */
  secret: string;
  /** Who will leave, as the catalog names them. */
  leaver: string;
  /** Takes that person out of the directory. */
  leave(): Promise<void>;
  /** Takes the directory away. */
  end(): Promise<void>;
}

export type StartSource = (use: Use) => Promise<SourceTrial>;
