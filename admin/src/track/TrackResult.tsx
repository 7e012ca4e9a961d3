import { Box, Button } from '@mui/material';
import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../complaints/Facts';
import { StageChip } from '../patterns/StageChip';
import { asEnding, stages } from '../patterns/stages';
import { dayTimeText, dueText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { Tracked } from './Track';

interface TrackResultProps {
  tracked: Tracked;
  onAgain(): void;
  /** What the customer may do. */
  children: ReactNode;
}

/** How far the complaint has come, what is promised next, and what the bank has said. */
export const TrackResult = ({ tracked, onAgain, children }: TrackResultProps) => {
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <Box component="h1" ref={heading} tabIndex={-1} sx={{ ...type.detailTitle, '&:focus': { outline: 'none' } }}>
        {tracked.reference}
      </Box>
      <Promised tracked={tracked} />
      <Facts
        facts={[
          [translate('track.channel'), word('channel', tracked.channel)],
          [translate('track.receivedAt'), dayTimeText(tracked.receivedAt, now, locale)],
        ]}
      />
      <section>
        <Box component="h2" sx={{ mb: 2 }}>
          {translate('track.progress')}
        </Box>
        {asEnding(tracked.status) ? <StageChip status={tracked.status} /> : <Stages status={tracked.status} />}
      </section>
      {children}
      <Messages messages={tracked.messages} />
      <section>
        <h2>{translate('track.remedies')}</h2>
        <p>{translate('track.remediesText')}</p>
      </section>
      <Button size="large" onClick={onAgain} sx={{ height: 48 }}>
        {translate('track.again')}
      </Button>
    </Box>
  );
};

const Promised = ({ tracked: { closedAt, firstResponseDueAt, messages, aftermath } }: { tracked: Tracked }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const isAnswered = messages.some(({ kind }) => kind === 'PROGRESS' || kind === 'REPLY');
  const isLate = firstResponseDueAt ? new Date(firstResponseDueAt).getTime() < now : false;
  const words = () => {
    if (aftermath.promisedOn) return translate('track.promisedOn', { day: aftermath.promisedOn });
    if (closedAt) return translate('track.closed', { when: dayTimeText(closedAt, now, locale) });
    if (isAnswered || !firstResponseDueAt) return translate('track.promiseMet');
    return translate(isLate ? 'track.promiseLate' : 'track.promise', {
      when: dueText(firstResponseDueAt, now, locale),
    });
  };
  return (
    <Box
      component="p"
      sx={{
        p: 3,
        borderRadius: `${radius.control}px`,
        backgroundColor: tokens.primarySoft,
        color: tokens.ink,
        ...type.reading,
      }}
    >
      {words()}
    </Box>
  );
};

const Stages = ({ status }: { status: Tracked['status'] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const reached = stages.findIndex((stage) => stage === status);
  return (
    <Box component="ol" sx={{ listStyle: 'none', display: 'grid', gap: 2 }}>
      {stages.map((stage, index) => (
        <Box
          component="li"
          key={stage}
          aria-current={index === reached ? 'step' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            color: index > reached ? tokens.ink3 : tokens.ink,
            fontWeight: index === reached ? 600 : 400,
          }}
        >
          <Box
            aria-hidden="true"
            sx={{
              width: 20,
              height: 20,
              flex: 'none',
              borderRadius: '50%',
              display: 'grid',
              placeItems: 'center',
              color: tokens.onPrimary,
              backgroundColor: index < reached ? tokens.primary : tokens.surface,
              border:
                index < reached
                  ? 0
                  : `${index === reached ? 5 : 2}px solid ${index === reached ? tokens.primary : tokens.line}`,
            }}
          >
            {index < reached ? <Check size={13} strokeWidth={2.5} /> : null}
          </Box>
          {translate(`pattern.step.${stage}`)}
        </Box>
      ))}
    </Box>
  );
};

const Messages = ({ messages }: Pick<Tracked, 'messages'>) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  return (
    <section>
      <h2>{translate('track.messages')}</h2>
      {messages.length === 0 ? <Box sx={{ color: tokens.ink2 }}>{translate('track.noMessages')}</Box> : null}
      <Box component="ol" sx={{ listStyle: 'none' }}>
        {messages.map(({ kind, at, text }) => (
          <Box component="li" key={`${kind}-${at}`} sx={{ py: 3, borderBottom: `1px solid ${tokens.line}` }}>
            <Box sx={{ color: tokens.ink2, ...type.meta }}>
              {word('contactKind', kind)} · {dayTimeText(at, now, locale)}
            </Box>
            <Box sx={{ whiteSpace: 'pre-wrap' }}>{text}</Box>
          </Box>
        ))}
      </Box>
    </section>
  );
};
