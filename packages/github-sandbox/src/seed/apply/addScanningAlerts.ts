import type { RepositoryContext } from './SeedContext';

/** Adds alerts of code and secret scanning, the oldest of each with the number 1. */
export function addScanningAlerts(options: {
  context: RepositoryContext;
}): void {
  const { sandbox, seeded, repository, user, at } = options.context;
  byAge(seeded.codeAlerts).forEach((alert, index) => {
    const state = alert.state ?? 'open';
    const dismissed = state === 'dismissed' ? alert.dismissed : undefined;
    const fixedAt = state === 'fixed' ? at(alert.fixedDaysAgo ?? 0) : null;
    const createdAt = at(alert.daysAgo);
    const dismissedAt = dismissed ? at(dismissed.daysAgo) : null;
    sandbox.state.codeAlerts.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      number: index + 1,
      state,
      ruleId: alert.rule,
      severity: alert.severity,
      securitySeverity: alert.security ?? null,
      summary: alert.summary,
      tags: alert.tags ?? [],
      tool: alert.tool ?? 'CodeQL',
      toolVersion: alert.toolVersion ?? null,
      path: alert.path,
      line: alert.line ?? 1,
      message: alert.message ?? alert.summary,
      createdAt,
      updatedAt: dismissedAt ?? fixedAt ?? createdAt,
      dismissedAt,
      dismissedById: dismissed ? user(dismissed.by).id : null,
      dismissedReason: dismissed?.reason ?? null,
      dismissedComment: dismissed?.comment ?? null,
      fixedAt,
    });
  });
  byAge(seeded.secretAlerts).forEach((alert, index) => {
    const { resolved } = alert;
    const createdAt = at(alert.daysAgo);
    const resolvedAt = resolved ? at(resolved.daysAgo) : null;
    sandbox.state.secretAlerts.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      number: index + 1,
      state: resolved ? 'resolved' : 'open',
      secretType: alert.type,
      displayName: alert.name,
      provider: alert.provider ?? null,
      validity: alert.validity ?? 'unknown',
      publiclyLeaked: alert.publiclyLeaked ?? false,
      createdAt,
      updatedAt: resolvedAt ?? createdAt,
      resolvedAt,
      resolvedById: resolved ? user(resolved.by).id : null,
      resolution: resolved?.resolution ?? null,
      resolutionComment: resolved?.comment ?? null,
    });
  });
}

function byAge<Alert extends { daysAgo: number }>(
  alerts: Alert[] = [],
): Alert[] {
  return [...alerts].sort((a, b) => b.daysAgo - a.daysAgo);
}
