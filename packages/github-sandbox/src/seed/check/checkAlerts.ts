import type { SeedAdvisory } from '../Seed';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { unknownName } from './SeedNames';

/** Whether alerts refer to advisories about their packages, and to manifests that name them. */
export async function checkAlerts(options: {
  repository: SeedRepository;
  advisories: Record<string, SeedAdvisory>;
}): Promise<SeedFault[]> {
  const { repository, advisories } = options;
  const faults: SeedFault[] = [];
  for (const [index, alert] of (repository.alerts ?? []).entries()) {
    const at = (key: string) => ({
      repository: repository.name,
      path: ['alerts', index, key],
    });
    const advisory = advisories[alert.advisory];
    if (!advisory) {
      faults.push(
        unknownName({
          ...at('advisory'),
          kind: 'advisory',
          name: alert.advisory,
          known: Object.keys(advisories),
        }),
      );
    } else if (!advisory.packages.some(({ name }) => name === alert.package)) {
      faults.push({
        ...at('package'),
        message: `${alert.advisory} is not about ${alert.package}`,
        remedy: `Use one of ${advisory.packages.map(p => p.name).join(', ')}.`,
      });
    }
    if (!repository.files?.paths.includes(alert.manifest)) {
      faults.push(
        unknownName({
          ...at('manifest'),
          kind: 'file',
          name: alert.manifest,
          known: repository.files?.paths ?? [],
        }),
      );
      continue;
    }
    const { content } = await repository.files.read({ path: alert.manifest });
    // Maven writes group and artifact on lines of their own.
    const named = alert.package
      .split(':')
      .every(part => content.includes(part));
    if (!named) {
      faults.push({
        ...at('manifest'),
        message: `${alert.manifest} does not name ${alert.package}`,
        remedy: 'Name the manifest that has it, or add it there.',
      });
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
