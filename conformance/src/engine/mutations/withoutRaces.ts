import type { Step, ThingSpec } from './Step';

const nameOf = ({ name }: ThingSpec) => name.toLowerCase();

/**
 * Takes out of a sequence what stock itself does not do in a fixed order. It processes everything that one mutation or one file brings
 * at the same time, so within a step
 * - no two things emit the same name,
 * - nothing emits a name that another thing of the step emitted before, and may give up now,
 * - and things of the same name have the same location key (stock leaves an entity that is given twice with different keys
 *   without any reference).
 */
export function withoutRaces(steps: Step[]): Step[] {
  const emittedBy = new Map<string, Set<string>>();
  return steps.map(step => {
    switch (step.type) {
      case 'full':
        return { ...step, things: prune(step.things, emittedBy) };
      case 'delta':
        return { ...step, added: prune(step.added, emittedBy) };
      case 'write':
        return 'broken' in step.content
          ? step
          : {
              ...step,
              content: {
                ...step.content,
                things: prune(step.content.things, emittedBy),
              },
            };
      default:
        return step;
    }
  });
}

function prune(
  things: ThingSpec[],
  emittedBy: Map<string, Set<string>>,
): ThingSpec[] {
  const names = new Set(allNames(things));
  const taken = new Set(things.map(nameOf));
  const others = (name: string, parent: string) =>
    [...names].some(
      other => other !== parent && emittedBy.get(other)?.has(name),
    );
  const visit = (thing: ThingSpec): ThingSpec => {
    const parent = nameOf(thing);
    const children = thing.children
      ?.filter(child => {
        const name = nameOf(child);
        const free = !taken.has(name) && !others(name, parent);
        taken.add(name);
        return free;
      })
      .map(visit);
    const emitted = emittedBy.get(parent) ?? new Set();
    children?.forEach(child => emitted.add(nameOf(child)));
    emittedBy.set(parent, emitted);
    return { ...thing, ...(children && { children }) };
  };
  return things.map(thing =>
    visit({ ...thing, locationKey: keyOf(thing, things) }),
  );
}

function keyOf(thing: ThingSpec, things: ThingSpec[]) {
  return things.find(other => nameOf(other) === nameOf(thing))!.locationKey;
}

function allNames(things: ThingSpec[]): string[] {
  return things.flatMap(thing => [
    nameOf(thing),
    ...allNames(thing.children ?? []),
  ]);
}
