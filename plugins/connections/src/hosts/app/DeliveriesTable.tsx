import { Ago } from '@callboard/page-parts';
import type { DeliveryFacts } from '@callboard/plugin-connections-common';
import { StatusWords } from '../../parts/StatusWords';
import table from '../../parts/Table.module.css';

/** The last events that GitHub sent, newest first, and how the portal answered. */
export function DeliveriesTable(props: { deliveries: DeliveryFacts[] }) {
  return (
    <table className={table.table}>
      <caption className={table.hidden}>Last deliveries</caption>
      <thead>
        <tr>
          <th scope="col">Delivered</th>
          <th scope="col">Event</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {props.deliveries.map(delivery => {
          const { id, at, event, action, statusCode, status, redelivery } =
            delivery;
          const isFine = statusCode >= 200 && statusCode < 300;
          return (
            <tr key={id}>
              <td>
                <Ago at={at} />
                {redelivery && <span className={table.dim}> (again)</span>}
              </td>
              <td>{action ? `${event}, ${action}` : event}</td>
              <td>
                <StatusWords status={isFine ? 'pass' : 'fail'} title={status}>
                  {statusCode ? `${statusCode} ${status}` : status}
                </StatusWords>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
