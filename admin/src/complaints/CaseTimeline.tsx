import { Paper } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { Timeline } from '../patterns/Timeline';
import type { TimelineItem } from '../patterns/TimelineEntry';
import { useWord } from '../words/useWord';
import type { ComplaintCase } from './complaints.graphql';

/** What happened, newest first: events with their talks, and the escalations. */
export const CaseTimeline = ({ complaint }: { complaint: ComplaintCase }) => {
  const tell = useTeller();
  const items = useMemo(() => merge(complaint, tell), [complaint, tell]);
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <Timeline items={items} />
    </Paper>
  );
};

type CaseEvent = ComplaintCase['events'][number];
type CaseContact = ComplaintCase['contacts'][number];
type CaseEscalation = ComplaintCase['escalations'][number];
type Teller = ReturnType<typeof useTeller>;

function merge(complaint: ComplaintCase, tell: Teller): TimelineItem[] {
  const told = new Set(complaint.events.map(({ contact }) => contact?.id));
  const items = [
    ...complaint.events.map(tell.event),
    ...complaint.contacts.filter(({ id }) => !told.has(id)).map(tell.contact),
    ...complaint.escalations.flatMap(tell.escalation),
  ];
  return items.toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Sentences for the timeline in the current language. */
function useTeller() {
  const translate = useTranslate();
  const word = useWord();
  return useMemo(() => {
    const talk = (contact: Pick<CaseContact, 'direction' | 'channel' | 'kind'>) =>
      translate('event.contact', {
        direction: word('direction', contact.direction),
        channel: word('channel', contact.channel),
        kind: word('contactKind', contact.kind),
      });
    const event = ({ cursor, at, kind, actor, contact, clock }: CaseEvent): TimelineItem => ({
      id: `event-${cursor}`,
      at,
      kind: contact ? 'contact' : clock ? 'escalation' : 'work',
      actorName: actor?.name ?? null,
      text: contact
        ? talk(contact)
        : translate(`event.${kind}`, { clock: clock ? word('clockKind', clock.kind) : '', _: kind }),
      note: contact?.summary,
    });
    const contact = (each: CaseContact): TimelineItem => ({
      id: `contact-${each.id}`,
      at: each.at,
      kind: 'contact',
      actorName: each.by?.name ?? null,
      text: talk(each),
      note: each.summary,
    });
    const escalation = (each: CaseEscalation): TimelineItem[] =>
      steps(each, {
        raised: translate('event.raised', {
          level: `${each.level} ${word('escalationLevel', each.level)}`,
          trigger: word('trigger', each.trigger),
        }),
        acknowledged: translate('event.acknowledged'),
        resolved: translate('event.resolved'),
      });
    return { event, contact, escalation };
  }, [translate, word]);
}

function steps(
  escalation: CaseEscalation,
  text: { raised: string; acknowledged: string; resolved: string },
): TimelineItem[] {
  const { id, raisedAt, raisedBy, cause, acknowledgedAt, acknowledgedBy, resolvedAt, resolvedBy, resolution } =
    escalation;
  const step = (
    name: keyof typeof text,
    at: string,
    actor: { name: string } | null | undefined,
    note?: string | null,
  ): TimelineItem => ({
    id: `${name}-${id}`,
    at,
    kind: 'escalation',
    actorName: actor?.name ?? null,
    text: text[name],
    note,
  });
  return [
    step('raised', raisedAt, raisedBy, cause),
    ...(acknowledgedAt ? [step('acknowledged', acknowledgedAt, acknowledgedBy)] : []),
    ...(resolvedAt ? [step('resolved', resolvedAt, resolvedBy, resolution)] : []),
  ];
}
