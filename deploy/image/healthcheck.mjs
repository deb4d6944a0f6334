// The container's health check: whether the portal in it is ready. The image has neither curl nor wget.
const url = `http://127.0.0.1:${
  process.env.PORT || 7007
}/.backstage/health/v1/readiness`;
const ready = await fetch(url, { signal: AbortSignal.timeout(4000) }).then(
  response => response.ok,
  () => false,
);
process.exit(ready ? 0 : 1);
