import { Notification } from 'react-admin';
import { toastDuration, toastLook } from '../patterns/Toast';
import { useTokens } from '../theme/tokens';

/** Word of something done, at the bottom left for six seconds. */
export const Notices = () => (
  <Notification
    autoHideDuration={toastDuration}
    anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    sx={{
      left: { md: '104px !important' },
      bottom: { xs: '72px !important', md: '20px !important' },
      '& .MuiSnackbarContent-root.MuiSnackbarContent-root': toastLook(useTokens()),
    }}
  />
);
