import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { unknownName } from './SeedNames';

/** Whether what code scanning found is in a file, and whether somebody dismissed what is dismissed. */
export async function checkScanning(options: {
  repository: SeedRepository;
}): Promise<SeedFault[]> {
  const { repository } = options;
  const { files } = repository;
  const faults: SeedFault[] = [];
  for (const [index, alert] of (repository.codeAlerts ?? []).entries()) {
    const at = (key: string) => ({
      repository: repository.name,
      path: ['codeAlerts', index, key],
    });
    if (!files?.paths.includes(alert.path)) {
      faults.push(
        unknownName({
          ...at('path'),
          kind: 'file',
          name: alert.path,
          known: files?.paths ?? [],
        }),
      );
    } else if (alert.line !== undefined) {
      const { content } = await files.read({ path: alert.path });
      const lines = content.toString().trimEnd().split('\n').length;
      if (alert.line > lines) {
        faults.push({
          ...at('line'),
          message: `${alert.path} has ${lines} lines`,
          remedy: 'Name a line that is there.',
        });
      }
    }
    if (alert.state === 'dismissed' && !alert.dismissed) {
      faults.push({
        ...at('state'),
        message: 'nobody dismissed this alert',
        remedy: 'Add "dismissed" with by, daysAgo and reason.',
      });
    }
  }
  return faults;
}
