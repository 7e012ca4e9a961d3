import { Box, Paper } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface CardProps {
  title: string;
  /** At the right of the heading. */
  end?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading. */
export const Card = ({ title, end, children }: CardProps) => {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} sx={{ p: '12px 16px', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2, minHeight: 28 }}>
        <Box component="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Box>
        {end}
      </Box>
      {children}
    </Paper>
  );
};
