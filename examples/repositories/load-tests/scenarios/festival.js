import http from 'k6/http';
import { orderOf } from './lib/order.js';

export const options = {
  vus: 300,
  duration: '10m',
  thresholds: { http_req_duration: ['p(99)<500'] },
};

export default function festival() {
  http.post(`${__ENV.TARGET}/orders`, orderOf({ places: 4 }));
}
