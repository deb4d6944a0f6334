import { lazy, Suspense } from 'react';
import {
  BreadcrumbEntry,
  NotFoundErrorPage,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { Lines, Panel } from '@callboard/page-parts';
import { Navigate, Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { PageFrame } from './PageFrame';
import { sections } from './sections';

const AdministratorPage = lazy(() =>
  import('../permissions/administrator/AdministratorPage').then(m => ({
    default: m.AdministratorPage,
  })),
);

/** Who gets in and with what, and why something is allowed or not: a tab for each part, the first one where none is named. */
export function AccessPage() {
  const base = useRouteRef(rootRouteRef)?.().replace(/\/$/, '') ?? '';
  return (
    <Routes>
      <Route element={<PageFrame base={base} sections={sections} />}>
        {sections.length > 0 && (
          <Route
            index
            element={<Navigate replace to={`${base}/${sections[0].path}`} />}
          />
        )}
        {sections.map(({ path, label, Content }) => (
          <Route
            key={path}
            path={`${path}/*`}
            element={
              <BreadcrumbEntry entry={{ label, href: `${base}/${path}` }}>
                <Suspense
                  fallback={
                    <Panel title={label}>
                      <Lines count={5} />
                    </Panel>
                  }
                >
                  <Content />
                </Suspense>
              </BreadcrumbEntry>
            }
          />
        ))}
      </Route>
      {/* For everybody who is signed in: there is no operator yet. */}
      <Route
        path="administrator"
        element={
          <Suspense fallback={<Lines count={3} />}>
            <AdministratorPage />
          </Suspense>
        }
      />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
