import { covers } from '../people/sync/covers';
import { frequencyMsOf } from './frequencyMsOf';
import type { Run } from './Run';
import { sourcesFor } from './sourcesFor';

/** Asks for repositories, where a source covers the organisation's people together with these, and hands on what it says of them. */
export async function noticePeople<
  T extends { peopleFingerprint?: string },
>(options: {
  run: Run;
  at: Date;
  ask(people: boolean): Promise<T>;
}): Promise<T> {
  const { run, at, ask } = options;
  const { context, host, organisation, state } = run;
  const { people, settings } = context;
  const isAsked =
    settings.strategy === 'incremental' &&
    settings.people.some(source => covers(source, { host, organisation }));
  const answer = await ask(isAsked && people !== undefined);
  if (isAsked && people) {
    const owner = { host, owner: organisation, app: state?.app };
    const cycles = sourcesFor({ settings, ...owner }).flatMap(
      ({ schedule }) => frequencyMsOf(schedule) ?? [],
    );
    await people.noticed({
      ...{ host, organisation, at },
      fingerprint: answer.peopleFingerprint,
      ...(cycles.length > 0 && { everyMs: Math.min(...cycles) }),
    });
  }
  return answer;
}
