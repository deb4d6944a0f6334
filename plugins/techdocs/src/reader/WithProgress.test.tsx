import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy, Suspense } from 'react';
import type { BuildSeen } from '../progress/DocsProgress';
import { docsProgressApiRef } from '../progress/docsProgressApiRef';
import { DocsProgressStore } from '../progress/DocsProgressStore';
import { WithProgress } from './WithProgress';

const REF = 'component:default/shop';
const build = (more: Partial<BuildSeen> = {}): BuildSeen => ({
  startedAt: new Date(Date.now() - 65_000),
  step: 'build',
  isShared: false,
  log: [
    { level: 'info', text: 'Step 2 of 3: Generating docs' },
    { level: 'warn', text: 'a.md: dropped HTML that is not safe' },
  ],
  ...more,
});

function show() {
  const store = new DocsProgressStore();
  const retried: string[] = [];
  store.retryWith(ref => retried.push(ref));
  const Page = (props: { isThere?: boolean }) => (
    <WithProgress entityRef={REF}>
      <header>Shop docs</header>
      {props.isThere && <div data-testid="techdocs-native-shadowroot" />}
    </WithProgress>
  );
  const draw = (isThere = false) => (
    <TestApiProvider apis={[[docsProgressApiRef, store]]}>
      <Page isThere={isThere} />
    </TestApiProvider>
  );
  return { store, retried, draw };
}

describe('WithProgress', () => {
  it('shows the shape of a page until the page is drawn', async () => {
    const { store, draw } = show();
    const { rerender } = renderInTestApp(draw());
    expect(await screen.findByText('Shop docs')).toBeInTheDocument();
    expect(screen.queryByTestId('docs-skeleton')).toBeNull();
    act(() => store.set(REF, { state: 'opening' }));
    expect(screen.getByTestId('docs-skeleton')).toBeInTheDocument();
    rerender(draw(true));
    await act(async () => {});
    expect(screen.queryByTestId('docs-skeleton')).toBeNull();
  });

  it('shows it as soon as the code of the reader is asked for', async () => {
    let arrive: () => void = () => {};
    const Reader = lazy(
      () =>
        new Promise<{ default: () => JSX.Element }>(resolve => {
          arrive = () => resolve({ default: () => <header>Shop docs</header> });
        }),
    );
    renderInTestApp(
      <TestApiProvider apis={[[docsProgressApiRef, new DocsProgressStore()]]}>
        <WithProgress entityRef={REF}>
          <Suspense fallback={<div data-testid="progress" />}>
            <Reader />
          </Suspense>
        </WithProgress>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Loading the docs' }),
    ).toContainElement(screen.getByTestId('docs-skeleton'));
    await act(async () => arrive());
    // What the reader shows without a page, as an error, stands alone.
    expect(await screen.findByText('Shop docs')).toBeInTheDocument();
    expect(screen.queryByTestId('docs-skeleton')).toBeNull();
  });

  it('shows the steps of a first build, how long it takes, and its log', async () => {
    const { store, draw } = show();
    store.set(REF, {
      state: 'building',
      build: build({ pages: { done: 12, total: 91 } }),
    });
    renderInTestApp(draw());
    expect(await screen.findByText('Building these docs')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Step 2 of 3');
    const steps = screen.getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      'DoneFetch the source',
      'Under wayBuild the pages12 of 91',
      'WaitingPublish',
    ]);
    expect(steps[1]).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '12');
    expect(screen.getByText(/^1 min [56] s$/)).toBeInTheDocument();
    expect(screen.queryByRole('log')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: /Log.*2 lines, 1 warning/ }),
    );
    expect(screen.getByRole('log')).toHaveTextContent(
      'a.md: dropped HTML that is not safe',
    );
    expect(screen.queryByText(/Somebody else/)).toBeNull();
    act(() =>
      store.set(REF, { state: 'building', build: build({ isShared: true }) }),
    );
    expect(screen.getByText(/Somebody else/)).toBeInTheDocument();
  });

  it('says why a build failed, and tries again', async () => {
    const { store, retried, draw } = show();
    store.set(REF, {
      state: 'failed',
      build: build(),
      cause: 'mkdocs.yml is not valid YAML',
      failedAt: new Date(),
    });
    renderInTestApp(draw());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These docs could not be builtmkdocs.yml is not valid YAML',
    );
    expect(screen.getAllByRole('listitem')[1]).toHaveTextContent('Failed');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retried).toEqual([REF]);
  });

  it.each([
    ['external', 'techdocs-cli'],
    ['local', 'once a minute'],
  ])('says what is missing where %s builds', async (builder, words) => {
    const { store, draw } = show();
    store.set(REF, { state: 'missing', builder, build: build({ log: [] }) });
    renderInTestApp(draw());
    expect(
      await screen.findByText('These docs have not been published yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
  });
});
