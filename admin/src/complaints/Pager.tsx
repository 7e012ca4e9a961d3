import { Box, Button } from '@mui/material';
import { Keyboard } from 'lucide-react';
import { useListContext, useTranslate } from 'react-admin';
import { KeyHint } from '../patterns/KeyHint';
import { type, useTokens } from '../theme/tokens';

const deepestOffset = 10_000;

/** Which rows are shown, the keys that move through them, and the neighbouring pages. */
export const Pager = ({ hasKeys = false }: { hasKeys?: boolean }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { page, perPage, total, setPage, data, meta } = useListContext();
  if (total === undefined || total === 0) return null;
  const from = (page - 1) * perPage + 1;
  const to = from + (data?.length ?? 0) - 1;
  const isExact = (meta as { isExact?: boolean } | undefined)?.isExact ?? true;
  const hasNext = page * perPage < Math.min(total, deepestOffset);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        minHeight: 50,
        px: 4,
        backgroundColor: tokens.canvas,
        color: tokens.ink2,
        ...type.meta,
        flexWrap: 'wrap',
      }}
    >
      <Box component="span" sx={{ flex: 1, minWidth: 120 }}>
        {translate(isExact ? 'worklist.range' : 'worklist.rangeAbout', { from, to, total })}
      </Box>
      {hasKeys ? <Keys /> : null}
      <Button size="small" disabled={page === 1} onClick={() => setPage(page - 1)} sx={pageStyle}>
        {translate('worklist.previous')}
      </Button>
      <Button size="small" disabled={!hasNext} onClick={() => setPage(page + 1)} sx={pageStyle}>
        {translate('worklist.next_page')}
      </Button>
    </Box>
  );
};

const pageStyle = { '&.Mui-disabled': { borderStyle: 'dashed', color: 'text.disabled' } };

const Keys = () => {
  const translate = useTranslate();
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{ display: { xs: 'none', lg: 'flex' }, alignItems: 'center', gap: 1.5, '& svg': { mr: 0.5 } }}
    >
      <Keyboard size={15} strokeWidth={1.75} />
      <KeyHint keys="J" />
      <KeyHint keys="K" />
      <Box component="span" sx={{ mr: 2 }}>
        {translate('worklist.move')}
      </Box>
      <KeyHint keys="⏎" />
      <Box component="span" sx={{ mr: 2 }}>
        {translate('worklist.execute')}
      </Box>
      <KeyHint keys="?" />
      <span>{translate('worklist.allKeys')}</span>
    </Box>
  );
};
