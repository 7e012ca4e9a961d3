import { useTheme } from '@mui/material/styles';
import type { ThemeMode } from '../theme/tokens';

/** The mode that is shown now, chosen or the system's. */
export const useMode = (): ThemeMode => useTheme().palette.mode;
