import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { ChecksSection } from '../checks/ChecksSection';
import { AppCreatedSection } from '../newApp/AppCreatedSection';
import { NewAppSection } from '../newApp/NewAppSection';
import { OverviewSection } from '../overview/OverviewSection';
import { ServeSection } from '../serve/ServeSection';
import { TraceSection } from '../trace/TraceSection';
import { PageFrame } from './PageFrame';
import { Section } from './Section';

/** What the portal is connected to, as whom, and what to mend. */
export function ConnectionsPage() {
  return (
    <Routes>
      <Route element={<PageFrame />}>
        <Route index element={<OverviewSection />} />
        <Route
          path="checks"
          element={
            <Section title="Tests" path="checks">
              <ChecksSection />
            </Section>
          }
        />
        <Route
          path="serve"
          element={
            <Section title="Who serves this?" path="serve">
              <ServeSection />
            </Section>
          }
        />
        <Route
          path="trace"
          element={
            <Section title="Recent calls" path="trace">
              <TraceSection />
            </Section>
          }
        />
        <Route
          path="new-app"
          element={
            <Section title="New GitHub App" path="new-app">
              <NewAppSection />
            </Section>
          }
        />
        <Route
          path="app-created"
          element={
            <Section title="New GitHub App" path="new-app">
              <AppCreatedSection />
            </Section>
          }
        />
      </Route>
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
