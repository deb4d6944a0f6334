import { Button, Price } from '@copperbell/design-system';
import { useEvent } from '../../api/eventSearch';
import { availabilityText } from './availabilityText';

export function EventPage({ id }: { id: string }) {
  const event = useEvent(id);
  if (!event) return <main aria-busy="true" />;
  return (
    <main>
      <h1>{event.title}</h1>
      <p>{availabilityText(event.availability)}</p>
      <Button tone="primary" href={`/events/${id}/seats`}>
        From <Price amount={event.lowestPrice} currency={event.currency} />
      </Button>
    </main>
  );
}
