/** The mark: a board with one pinned card, in two shapes. */
export function Mark(props: { size?: number }) {
  const { size = 24 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M3.5 1h9A2.5 2.5 0 0 1 15 3.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 1 12.5v-9A2.5 2.5 0 0 1 3.5 1Zm0 2a.5.5 0 0 0-.5.5v9a.5.5 0 0 0 .5.5h9a.5.5 0 0 0 .5-.5v-9a.5.5 0 0 0-.5-.5h-9Z"
      />
      <path
        fill="var(--callboard-accent, #d98a00)"
        d="M7.5 5H12v5.5a.5.5 0 0 1-.5.5h-4a.5.5 0 0 1-.5-.5v-5a.5.5 0 0 1 .5-.5Z"
      />
    </svg>
  );
}
