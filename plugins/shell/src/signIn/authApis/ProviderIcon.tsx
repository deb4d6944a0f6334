/** A key. An icon of the icon package would be part of every portal's pages, since the build keeps that package in one piece. */
export function ProviderIcon() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="7.5" cy="12" r="4" />
      <path d="M11.5 12H21v3.5M16.5 12v2.5" />
    </svg>
  );
}
