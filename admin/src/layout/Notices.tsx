import { Notification } from 'react-admin';
import { toastDuration, toastLook } from '../patterns/Toast';
import { useTokens } from '../theme/tokens';

/** Word of something done, for six seconds, at the bottom left above the bar with a form's buttons. */
export const Notices = () => (
  <Notification
    autoHideDuration={toastDuration}
    anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    sx={{
      left: { md: '104px !important' },
      bottom: { xs: '132px !important', md: '72px !important' },
      '& .MuiSnackbarContent-root.MuiSnackbarContent-root': toastLook(useTokens()),
    }}
  />
);
