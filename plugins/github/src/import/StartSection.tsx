import { useApi } from '@backstage/frontend-plugin-api';
import { Lines, Panel, usePolled } from '@callboard/page-parts';
import { githubApiRef } from '../api/GithubApi';
import { Problem } from '../parts/Problem';
import { EarlierImports } from './EarlierImports';
import { PlanForm } from './PlanForm';

const EVERY_MS = 15_000;

/** Where an import begins: an organisation, and what was imported before. */
export function StartSection(props: { onOpen(id: string): void }) {
  const { onOpen } = props;
  const api = useApi(githubApiRef);
  const { polled, refresh } = usePolled({
    key: 'start',
    everyMs: EVERY_MS,
    load: async signal => {
      const [organisations, imports] = await Promise.all([
        api.organisations({ signal }),
        api.imports({ signal }),
      ]);
      return { organisations, imports };
    },
  });

  switch (polled.state) {
    case 'failed':
      return (
        <Panel title="Import repositories">
          <Problem
            what="what can be imported"
            error={polled.error}
            retry={refresh}
          />
        </Panel>
      );
    case 'loading':
      return (
        <Panel title="Import repositories">
          <Lines count={3} />
        </Panel>
      );
    default:
      return (
        <>
          <PlanForm
            organisations={polled.value.organisations}
            onOpen={onOpen}
          />
          <EarlierImports imports={polled.value.imports} onOpen={onOpen} />
        </>
      );
  }
}
