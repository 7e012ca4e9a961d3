import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

/** Says on every page that nothing here is real. */
export const DemoMark = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="span"
      title={translate('bar.demoHint')}
      sx={{
        flex: 'none',
        px: 2,
        border: `1px dashed ${tokens.edge}`,
        borderRadius: `${radius.chip}px`,
        color: tokens.ink2,
        ...type.caption,
        fontWeight: 600,
      }}
    >
      {translate('bar.demo')}
    </Box>
  );
};
