import { Disclosure, Panel, plural, StatusIcon } from '@callboard/page-parts';
import {
  type CheckGroup,
  groupTitles,
} from '@callboard/plugin-connections-common';
import { useOverview } from '../page/OverviewContext';
import table from '../parts/Table.module.css';
import { AttentionPanel } from './AttentionPanel';
import { CheckList } from './CheckList';

/** Every test: first what needs attention, then what passes, folded by group. */
export function ChecksSection() {
  const { overview } = useOverview();
  const passed = overview.checks.filter(({ status }) => status === 'pass');
  const groups = (Object.keys(groupTitles) as CheckGroup[])
    .map(group => ({
      group,
      results: passed.filter(result => result.group === group),
    }))
    .filter(({ results }) => results.length > 0);

  return (
    <>
      <AttentionPanel isPassedBelow />
      {groups.length > 0 && (
        <Panel title="What passes" count={passed.length}>
          {groups.map(({ group, results }) => (
            <Disclosure
              key={group}
              summary={
                <>
                  <StatusIcon status="pass" word="" />
                  {groupTitles[group]}{' '}
                  <span className={table.dim}>
                    {plural(results.length, 'test')}
                  </span>
                </>
              }
            >
              <CheckList label={groupTitles[group]} results={results} />
            </Disclosure>
          ))}
        </Panel>
      )}
    </>
  );
}
