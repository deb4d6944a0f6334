import { SearchBox } from '@copperbell/design-system';

export function Home() {
  return (
    <main>
      <h1>What are you up for?</h1>
      <SearchBox label="Artist, place or date" action="/search" />
    </main>
  );
}
