import { Box } from '@mui/material';
import { Search } from 'lucide-react';
import { useRef, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { KeyHint } from '../patterns/KeyHint';
import { radius, type, useTokens } from '../theme/tokens';
import { useShortcuts } from './useShortcuts';

/** Full-text search over complaints, from every page; `/` goes there. */
export const SearchBox = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = input.current?.value.trim();
    void navigate(`/complaints?filter=${encodeURIComponent(JSON.stringify(text ? { text } : {}))}`);
  };
  return (
    <Box component="form" role="search" onSubmit={search} sx={boxStyle(tokens)}>
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <Box
        component="input"
        ref={input}
        type="search"
        name="text"
        aria-label={translate('bar.search')}
        placeholder={translate('bar.searchHint')}
        sx={inputStyle(tokens)}
      />
      <KeyHint keys="/" />
    </Box>
  );
};

const boxStyle = (tokens: ReturnType<typeof useTokens>) => ({
  display: { xs: 'none', lg: 'flex' },
  alignItems: 'center',
  gap: 2,
  width: 340,
  height: 34,
  px: 2.5,
  border: `1px solid ${tokens.edge}`,
  borderRadius: `${radius.control}px`,
  backgroundColor: tokens.canvas,
  color: tokens.ink3,
  '&:focus-within': { outline: `2px solid ${tokens.primary}`, outlineOffset: '1px' },
});

const inputStyle = (tokens: ReturnType<typeof useTokens>) => ({
  flex: 1,
  minWidth: 0,
  border: 0,
  padding: 0,
  background: 'none',
  color: tokens.ink,
  fontFamily: 'inherit',
  ...type.meta,
  '&:focus, &:focus-visible': { outline: 'none' },
  '&::placeholder': { color: tokens.ink3, opacity: 1 },
});
