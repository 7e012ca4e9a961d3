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
    <path d="M12.500 26.500 4.500 28.500 6.600 21A12 12 0 1 1 12.500 26.500Z" stroke="currentColor" strokeWidth="3" />
    <path d="M17 9.500v6.500l4.500 2.500" stroke={hand} strokeWidth="3" />
  </svg>
);
