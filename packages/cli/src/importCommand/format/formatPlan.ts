import type {
  ImportItem,
  ImportRun,
  ImportState,
} from '@callboard/plugin-github-common';
import { columns } from '../../portalCommand/columns';

const TITLES: Record<ImportState, string> = {
  described: 'have a descriptor',
  invalid: 'have a descriptor that the catalog cannot use',
  inferable: 'have none; this can be made of them',
  inferred: 'are in the catalog as inferred',
  'left-out': 'are left out',
};
/** What there is something to do for comes last, where the eye is. */
const ORDER: ImportState[] = [
  'described',
  'left-out',
  'inferred',
  'invalid',
  'inferable',
];
const COUNTED_ONLY: ImportState[] = ['described', 'inferred'];

/** A plan as tables: what is there, what would be inferred, what is missing. */
export function formatPlan(options: {
  run: ImportRun;
  /** Those that `--only` names. */
  items: ImportItem[];
  width: number;
}): string {
  const { run, items, width } = options;
  const blocks = ORDER.flatMap(state => {
    const found = items.filter(item => item.state === state);
    if (found.length === 0) return [];
    const title = `${found.length} ${
      found.length === 1 ? singular(TITLES[state]) : TITLES[state]
    }`;
    if (COUNTED_ONLY.includes(state)) return [title];
    const rows = found.map(item => rowOf(item).map(oneLine));
    return [
      [
        title,
        ...columns({ rows, width: width - 2 }).map(line => `  ${line}`),
      ].join('\n'),
    ];
  });
  return `${[
    `${run.organisation} on ${run.host}: ${
      items.length === 1 ? '1 repository' : `${items.length} repositories`
    }`,
    ...blocks,
    ...(run.statusReason ? [run.statusReason] : []),
  ].join('\n\n')}\n`;
}

function rowOf({ repository, state, entity, missing, problems }: ImportItem) {
  const name = repository.slice(repository.indexOf('/') + 1);
  if (state !== 'inferable') return [name, problems.join('; ')];
  return [
    name,
    entity?.ref ?? '',
    ownerIn(entity?.yaml),
    missing.length > 0 ? missing.join('; ') : '',
  ];
}

function ownerIn(yaml = '') {
  return /^ {2}owner: (.+)$/m.exec(yaml)?.[1] ?? '';
}

function oneLine(text: string) {
  return text.replace(/\s+/g, ' ');
}

function singular(title: string) {
  return title
    .replace(/^have/, 'has')
    .replace(/^are/, 'is')
    .replace('made of them', 'made of it');
}
