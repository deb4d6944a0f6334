/** The scanners of a venue, and when each has fetched its list. */
export function Devices() {
  return <table aria-label="Scanners" />;
}
