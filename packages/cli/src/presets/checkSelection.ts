import type { Problem } from '../problems/Problem';
import { nearestName } from './nearestName';
import type { Preset } from './Preset';
import type { PresetCatalog } from './PresetCatalog';

const WHERE = '--presets or CALLBOARD_PRESETS';

/**
 * What is wrong with a list of names: unknown ones, broken files, two of one exclusive group, a preset that another one needs and
 * that is missing or comes too late. `presets` holds those that could be read, each once.
 */
export function checkSelection(options: {
  names: string[];
  catalog: PresetCatalog;
}): { presets: Preset[]; problems: Problem[] } {
  const { catalog } = options;
  const names = [...new Set(options.names)];
  const problems: Problem[] = [];
  const presets: Preset[] = [];
  for (const name of names) {
    const entry = catalog.read(name);
    if (!entry) {
      problems.push(unknown({ name, known: catalog.names }));
    } else if ('problems' in entry) {
      problems.push(
        ...entry.problems.map(problem => ({ ...problem, presets: [name] })),
      );
    } else {
      presets.push(entry.preset);
    }
  }
  problems.push(
    ...groupConflicts(presets),
    ...orderProblems({ names, presets, catalog }),
  );
  return { presets, problems };
}

function unknown(options: { name: string; known: string[] }): Problem {
  const { name, known } = options;
  const nearest = nearestName(options);
  return {
    code: 'preset-unknown',
    problem: `there is no preset named ${name}`,
    where: WHERE,
    remedy: `${
      nearest ? `did you mean ${nearest}? You can ` : ''
    }choose from: ${known.join(', ')}`,
  };
}

function groupConflicts(presets: Preset[]): Problem[] {
  const groups = new Map<string, Preset[]>();
  for (const preset of presets) {
    const { exclusiveGroup } = preset;
    if (exclusiveGroup) {
      groups.set(exclusiveGroup, [
        ...(groups.get(exclusiveGroup) ?? []),
        preset,
      ]);
    }
  }
  return [...groups].flatMap(([group, members]) => {
    if (members.length < 2) {
      return [];
    }
    const conflicting = members.map(({ name }) => name);
    return [
      {
        code: 'preset-group',
        problem: `the presets ${listed(
          conflicting,
        )} cannot be selected together: they belong to the exclusive group ${group}`,
        where: WHERE,
        remedy: `keep one of them: ${conflicting.join(' or ')}`,
        presets: conflicting,
      },
    ];
  });
}

function orderProblems(options: {
  names: string[];
  presets: Preset[];
  catalog: PresetCatalog;
}): Problem[] {
  const { names, presets, catalog } = options;
  const corrected = inOrder(options);
  return presets.flatMap(({ name, requires }) =>
    requires.presets
      .filter(
        required =>
          !names.includes(required) ||
          names.indexOf(required) > names.indexOf(name),
      )
      .map(required => {
        const isThere = names.includes(required);
        const exists = catalog.names.includes(required);
        return {
          code: isThere ? 'preset-order' : 'preset-required',
          problem: `the preset ${name} requires the preset ${required}${
            isThere ? ', which comes after it' : ', which is not selected'
          }`,
          where: WHERE,
          remedy: exists
            ? `set CALLBOARD_PRESETS=${corrected.join(',')}`
            : `add a preset file named ${required}.yaml to CALLBOARD_PRESETS_DIR`,
          presets: [name],
        };
      }),
  );
}

/** The selection with everything that it requires, each preset after those that it needs. */
function inOrder(options: {
  names: string[];
  catalog: PresetCatalog;
}): string[] {
  const { names, catalog } = options;
  const ordered: string[] = [];
  const visit = (name: string, above: string[]) => {
    if (ordered.includes(name) || above.includes(name)) {
      return;
    }
    const entry = catalog.read(name);
    if (!entry) {
      return;
    }
    if ('preset' in entry) {
      entry.preset.requires.presets.forEach(required =>
        visit(required, [...above, name]),
      );
    }
    ordered.push(name);
  };
  names.forEach(name => visit(name, []));
  return ordered;
}

function listed(names: string[]) {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
