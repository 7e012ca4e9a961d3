import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { LeaveQuestion } from '../../layout/LeaveQuestion';
import { StickyBar } from '../../layout/StickyBar';
import { BlockedAction } from '../../patterns/BlockedAction';
import { KeyHint } from '../../patterns/KeyHint';
import { useConnection } from '../../provider/live';
import { type, useTokens } from '../../theme/tokens';
import { useListed } from '../../words/useListed';
import { sections } from '../sections';
import type { Editor } from './useEditor';

/** Saving, and what still stands in its way. */
export const SaveBar = ({ editor, versionId }: { editor: Editor; versionId: string }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const navigate = useNavigate();
  const listed = useListed();
  const { state } = useConnection();
  const [isLeaving, setIsLeaving] = useState(false);
  const { changed, trouble, isSending, meeting } = editor;
  const name = (section: string) => translate(`plans.section.${section}`);
  const wrong = sections.filter((section) => editor.problemCount(section) > 0);
  const told = wrong.length ? translate('edit.problems', { names: listed(wrong.map(name)) }) : meeting ? '' : trouble;
  const giveUp = () => {
    editor.reset();
    leave();
  };
  const leave = () => void navigate(`/plans/${versionId}`);
  return (
    <StickyBar>
      {state === 'offline' ? (
        <BlockedAction label={translate('edit.save')} reason={translate('pattern.connection.blocked')} />
      ) : (
        <Button variant="contained" disabled={isSending || changed.length === 0} onClick={() => void editor.save()}>
          {translate(isSending ? 'edit.saving' : meeting ? 'verb.redo' : 'edit.save')}
          <KeyHint keys="Ctrl S" isOnFilled />
        </Button>
      )}
      {changed.length ? (
        <Button disabled={isSending} onClick={editor.reset}>
          {translate('edit.reset')}
        </Button>
      ) : null}
      <Button onClick={() => (changed.length ? setIsLeaving(true) : leave())}>{translate('edit.back')}</Button>
      <Box role="status" sx={{ flex: 1, minWidth: 200, ...type.meta, color: told ? tokens.breach : tokens.ink2 }}>
        {told ||
          (changed.length ? translate('edit.changed', { names: listed(changed.map(name)) }) : translate('edit.same'))}
      </Box>
      {isLeaving ? <LeaveQuestion onStay={() => setIsLeaving(false)} onLeave={giveUp} /> : null}
    </StickyBar>
  );
};
