import type { ScaffolderDryRunResponse } from '@backstage/plugin-scaffolder-common';
import type {
  DryRunPlan,
  PlannedCall,
  UnplannedStep,
} from '@callboard/plugin-scaffolder-common';

/** A file that a run would make. */
export interface MadeFile {
  path: string;
  /** Undefined for what is no text. */
  text?: string;
  /** Bytes. */
  size: number;
  isExecutable: boolean;
}

export interface DryRun {
  files: MadeFile[];
  calls: PlannedCall[];
  unplanned: UnplannedStep[];
  /** Names of steps by id. */
  steps: Map<string, string>;
  /** False where the backend does not plan calls; then none being there says nothing. */
  hasPlan: boolean;
}

/** What the page shows of the answer to a dry run. */
export function readDryRun(
  answer: ScaffolderDryRunResponse & Partial<DryRunPlan>,
): DryRun {
  const { directoryContents = [], steps = [], calls, unplanned } = answer;
  return {
    files: directoryContents
      .map(({ path, base64Content, executable }) => ({
        path,
        isExecutable: executable === true,
        ...readContent(base64Content),
      }))
      .sort((a, b) => a.path.localeCompare(b.path)),
    calls: calls ?? [],
    unplanned: unplanned ?? [],
    steps: new Map(steps.map(({ id, name }) => [id, name])),
    hasPlan: calls !== undefined,
  };
}

function readContent(base64: string): { text?: string; size: number } {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
  const size = bytes.length;
  if (bytes.includes(0)) return { size };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      size,
    };
  } catch {
    return { size };
  }
}
