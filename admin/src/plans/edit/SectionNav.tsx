import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../../theme/tokens';
import { sections } from '../sections';
import type { Editor } from './useEditor';

/** The sections of the form, with what is changed in each and what is wrong. */
export const SectionNav = ({ editor: { changed, problemCount } }: { editor: Editor }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="nav"
      aria-label={translate('edit.sections')}
      sx={{ position: 'sticky', top: 64, display: { xs: 'none', lg: 'block' } }}
    >
      <Box component="ol" sx={{ listStyle: 'none', display: 'grid', gap: 1 }}>
        {sections.map((section) => {
          const count = problemCount(section);
          return (
            <Box component="li" key={section} sx={{ '& a': { display: 'block', py: 0.5, color: tokens.ink } }}>
              <a href={`#${section}`}>{translate(`plans.section.${section}`)}</a>
              {count > 0 ? (
                <Box component="span" sx={{ color: tokens.breach, ...type.caption, fontWeight: 600 }}>
                  {translate('edit.wrong', { count })}
                </Box>
              ) : changed.includes(section) ? (
                <Box component="span" sx={{ color: tokens.met, ...type.caption, fontWeight: 600 }}>
                  {translate('edit.isChanged')}
                </Box>
              ) : null}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
};
