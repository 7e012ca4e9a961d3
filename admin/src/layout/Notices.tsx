import { Notification } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

const milliseconds = 6_000;

/** Word of something done, at the bottom left for six seconds; inverted, because a toast has no colour of state. */
export const Notices = () => {
  const tokens = useTokens();
  const look = {
    ...type.body,
    borderRadius: `${radius.control}px`,
    backgroundColor: tokens.ink,
    color: tokens.surface,
    boxShadow: tokens.shadow,
  };
  return (
    <Notification
      autoHideDuration={milliseconds}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      sx={{
        left: { md: '104px !important' },
        bottom: { xs: '72px !important', md: '20px !important' },
        '& .MuiSnackbarContent-root.MuiSnackbarContent-root': look,
      }}
    />
  );
};
