import { RiCheckboxCircleLine, RiTimeLine } from '@remixicon/react';
import { Notice, OutLink, Panel, plural } from '@callboard/page-parts';
import { useOverview } from '../page/OverviewContext';
import { CheckList } from './CheckList';
import { countStatuses } from './countStatuses';

/** What fails, then what warns; or that nothing does. */
export function AttentionPanel(props: { isPassedBelow?: boolean }) {
  const { overview, base } = useOverview();
  const { checks, everySeconds } = overview;
  const results = [
    ...checks.filter(({ status }) => status === 'fail'),
    ...checks.filter(({ status }) => status === 'warn'),
  ];
  const { pass } = countStatuses(checks);

  return (
    <Panel
      title="What needs attention"
      count={results.length || undefined}
      actions={
        pass > 0 &&
        !props.isPassedBelow && (
          <OutLink href={`${base}/checks`}>
            {plural(pass, 'test')} {pass === 1 ? 'passes' : 'pass'}
          </OutLink>
        )
      }
    >
      <div aria-live="polite">
        {results.length > 0 && (
          <CheckList label="What needs attention" results={results} />
        )}
        {results.length === 0 && checks.length > 0 && (
          <Notice
            icon={<RiCheckboxCircleLine size={20} />}
            title="Nothing needs attention"
          >
            Every connection was tested and works. The tests run by themselves
            every {everySeconds} seconds.
          </Notice>
        )}
        {results.length === 0 && checks.length === 0 && (
          <Notice icon={<RiTimeLine size={20} />} title="Not tested yet">
            The first tests run some seconds after the portal starts.
          </Notice>
        )}
      </div>
    </Panel>
  );
}
