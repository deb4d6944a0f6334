import { EventPage } from './event/EventPage';
import { Home } from './home/Home';

/** Chooses the page for a path. The server renders the same. */
export function Shop({ path }: { path: string }) {
  const event = /^\/events\/(evt_\w+)/.exec(path);
  return event ? <EventPage id={event[1]} /> : <Home />;
}
