import useMediaQuery from '@mui/material/useMediaQuery';

/** How the wall is laid out: one column on a phone, else so many cards across. */
export interface WallSize {
  isPhone: boolean;
  /** Cards that fit, two rows of them. */
  capacity: number;
}

/** Two by two, three by two from 1920 px; a list below 900 px. */
export function useWallSize(): WallSize {
  const isPhone = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const isWide = useMediaQuery('(min-width: 1920px)', { noSsr: true });
  return { isPhone, capacity: isWide ? 6 : 4 };
}
