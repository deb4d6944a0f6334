import { useEffect, useRef, useState } from 'react';
import { ButtonLink } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  useAction,
} from '@callboard/page-parts';
import { RiErrorWarningLine } from '@remixicon/react';
import { useLocation, useNavigate } from 'react-router-dom';
import { connectionsApiRef } from '../api/ConnectionsApi';
import { useOverview } from '../page/OverviewContext';
import { AppCreated } from './AppCreated';
import { forgetApp, recallApp } from './pendingApps';

/**
 * Where GitHub sends the browser back to. The code in the address is good once, so it is taken out of the address at once and used once,
 * however often this is drawn.
 */
export function AppCreatedSection() {
  const { overview, refresh, base } = useOverview();
  const api = useApi(connectionsApiRef);
  const navigate = useNavigate();
  const { search, pathname } = useLocation();
  const [first] = useState(() => {
    const params = new URLSearchParams(search);
    return { code: params.get('code'), state: params.get('state') };
  });
  const hasBegun = useRef(false);
  const completion = useAction(async (code: string, state: string) => {
    const keep =
      recallApp(state)?.keep ?? (overview.storedIn ? 'store' : 'show');
    const result = await api.completeApp({ code, state, keep });
    forgetApp(state);
    refresh();
    return result;
  });

  useEffect(() => {
    if (search) navigate(pathname, { replace: true });
    if (hasBegun.current || !first.code || !first.state) return;
    hasBegun.current = true;
    completion.run(first.code, first.state);
  }, [search, pathname, navigate, first, completion]);

  const again = (
    <ButtonLink size="small" variant="secondary" href={`${base}/new-app`}>
      Start again
    </ButtonLink>
  );
  if (!first.code || !first.state) {
    return (
      <Panel title="New GitHub App">
        <Notice
          icon={<RiErrorWarningLine size={20} />}
          title="There is nothing to complete"
          action={again}
        >
          GitHub sends the browser to this page after it has made an App. The
          key of an App is shown here once: if the page was loaded anew, make
          another key in the App’s settings at GitHub.
        </Notice>
      </Panel>
    );
  }
  if (completion.result) return <AppCreated app={completion.result} />;
  if (completion.error) {
    return (
      <Panel title="New GitHub App">
        <Notice
          role="alert"
          icon={<RiErrorWarningLine size={20} />}
          title="GitHub made the App, but the portal could not take it over"
          action={again}
        >
          {causeOf(completion.error)} Delete the App in its settings at GitHub,
          then start again.
        </Notice>
      </Panel>
    );
  }
  return (
    <Panel title="Fetching the App’s key from GitHub">
      <Lines count={3} />
    </Panel>
  );
}
