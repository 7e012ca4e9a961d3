/** The product's mark: a voice that is also a clock. */
export const Mark = ({ size = 34, hand = 'currentColor' }: { size?: number; hand?: string }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M8 6.4A12.5 12.5 0 1 1 9.8 26.8L3.6 28.4l1.5-4.2" stroke="currentColor" strokeWidth="3" />
    <path d="M16 10v7l4.500 3" stroke={hand} strokeWidth="3" />
  </svg>
);
