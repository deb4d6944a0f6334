import type { RepositoryContext } from './SeedContext';

/** Adds Dependabot alerts, the oldest with the number 1. */
export function addAlerts(options: { context: RepositoryContext }): void {
  const { sandbox, seed, seeded, repository, user, at } = options.context;
  const alerts = [...(seeded.alerts ?? [])].sort(
    (a, b) => b.daysAgo - a.daysAgo,
  );
  alerts.forEach((alert, index) => {
    const advisory = seed.advisories![alert.advisory];
    const affected = advisory.packages.find(
      ({ name }) => name === alert.package,
    )!;
    const state = alert.state ?? 'open';
    const dismissed = state === 'dismissed' ? alert.dismissed : undefined;
    const fixedAt = state === 'fixed' ? at(alert.fixedDaysAgo ?? 0) : null;
    const createdAt = at(alert.daysAgo);
    const dismissedAt = dismissed ? at(dismissed.daysAgo) : null;
    sandbox.state.alerts.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      number: index + 1,
      state,
      packageName: affected.name,
      ecosystem: affected.ecosystem,
      manifestPath: alert.manifest,
      scope: alert.scope ?? 'runtime',
      severity: advisory.severity,
      ghsaId: alert.advisory,
      cveId: advisory.cve ?? null,
      summary: advisory.summary,
      description: advisory.description ?? advisory.summary,
      vulnerableRange: affected.vulnerable,
      firstPatchedVersion: affected.patched ?? null,
      cvss: {
        score: advisory.cvss?.score ?? 0,
        vector: advisory.cvss?.vector ?? null,
      },
      createdAt,
      updatedAt: dismissedAt ?? fixedAt ?? createdAt,
      dismissedAt,
      dismissedById: dismissed ? user(dismissed.by).id : null,
      dismissedReason: dismissed?.reason ?? null,
      dismissedComment: dismissed?.comment ?? null,
      fixedAt,
    });
  });
}
