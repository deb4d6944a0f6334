import axios from 'axios';
import { useEffect, useState } from 'react';
import type { Availability } from '../pages/event/availabilityText';

export interface Event {
  title: string;
  availability: Availability;
  lowestPrice: number;
  currency: string;
}

const QUERY = `query Event($id: ID!) {
  event(id: $id) { title availability lowestPrice currency }
}`;

export function useEvent(id: string): Event | undefined {
  const [event, setEvent] = useState<Event>();
  useEffect(() => {
    axios
      .post('/graphql', { query: QUERY, variables: { id } })
      .then(({ data }) => setEvent(data.data.event));
  }, [id]);
  return event;
}
