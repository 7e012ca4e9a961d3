import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { usePageTitle } from './usePageTitle';

interface Props {
  title: string;
  hint: string;
  action: { label: string; onClick(): void };
}

/** What is true, then the next useful thing. */
const PageNotice = ({ title, hint, action }: Props) => {
  const tokens = useTokens();
  usePageTitle(title);
  return (
    <Box
      sx={{
        m: 5,
        p: 5,
        border: `1px dashed ${tokens.edge}`,
        borderRadius: '8px',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 4,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Box component="h1" sx={type.section}>
          {title}
        </Box>
        <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
          {hint}
        </Box>
      </Box>
      <Button onClick={action.onClick}>{action.label}</Button>
    </Box>
  );
};

/** A page that threw. */
export const PageFailure = () => {
  const translate = useTranslate();
  const action = { label: translate('jiesu.reload'), onClick: () => location.reload() };
  return <PageNotice title={translate('jiesu.errorTitle')} hint={translate('jiesu.errorHint')} action={action} />;
};

/** No page has this address. */
export const PageNotFound = () => {
  const translate = useTranslate();
  const action = { label: translate('jiesu.toStart'), onClick: () => location.assign('/') };
  return <PageNotice title={translate('jiesu.notFound')} hint={translate('jiesu.notFoundHint')} action={action} />;
};
