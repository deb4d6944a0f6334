import { check, sleep } from 'k6';
import http from 'k6/http';
import { orderOf } from './lib/order.js';

export const options = {
  scenarios: {
    // Everybody wants the same row in the same second.
    rush: {
      executor: 'constant-arrival-rate',
      rate: 400,
      timeUnit: '1s',
      duration: '2m',
      preAllocatedVUs: 2000,
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.01'],
    http_req_duration: ['p(99)<500'],
  },
};

export default function rush() {
  const response = http.post(`${__ENV.TARGET}/orders`, orderOf({ row: 'A' }));
  check(response, {
    'held or taken': ({ status }) => [201, 409].includes(status),
  });
  sleep(1);
}
