import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { TimelineItem } from '../patterns/TimelineEntry';
import { useWord } from '../words/useWord';
import type { CaseEvent, ComplaintCase } from './complaints.graphql';

type CaseContact = ComplaintCase['contacts'][number];
type CaseEscalation = ComplaintCase['escalations'][number];

type About = Pick<CaseEvent, 'clock' | 'levelChange' | 'handover' | 'cooperation'>;

/** Sentences for the timeline in the current language. */
export function useTeller() {
  const translate = useTranslate();
  const word = useWord();
  return useMemo(() => {
    const talk = (contact: Pick<CaseContact, 'direction' | 'channel' | 'kind'>) =>
      translate('event.contact', {
        direction: word('direction', contact.direction),
        channel: word('channel', contact.channel),
        kind: word('contactKind', contact.kind),
      });
    const late = (minutes: number | null | undefined) => (minutes ? translate('event.late', { minutes }) : '');
    const details = ({ clock, levelChange, handover, cooperation }: About) => ({
      unit: cooperation?.orgUnit.name ?? '',
      clock: clock ? word('clockKind', clock.kind) : '',
      from: levelChange ? word('level', levelChange.from) : '',
      to: levelChange ? word('level', levelChange.to) : (handover?.orgUnit?.name ?? handover?.staff?.name ?? ''),
      reason: handover?.returnCode?.name ?? '',
    });
    const event = ({ cursor, at, kind, actor, contact, lateMinutes, ...about }: CaseEvent): TimelineItem => ({
      id: `event-${cursor}`,
      at,
      kind: contact ? 'contact' : about.clock ? 'escalation' : 'work',
      actorName: actor?.name ?? null,
      text: contact ? talk(contact) : translate(`event.${kind}`, { ...details(about), _: kind }) + late(lateMinutes),
      note: contact?.summary ?? about.levelChange?.reason ?? noteOf(kind, about),
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

/** What was said when it was offered, returned or accepted, or when help was asked, given or cancelled. */
function noteOf(kind: CaseEvent['kind'], { handover, cooperation }: About): string | null | undefined {
  if (kind === 'COOPERATION_REQUESTED') return cooperation?.question;
  if (kind === 'COOPERATION_ANSWERED') return cooperation?.answer;
  if (kind === 'COOPERATION_CANCELLED') return cooperation?.cancelReason;
  if (kind === 'HANDOVER_RETURNED') return handover?.returnReason;
  return kind === 'HANDOVER_ACCEPTED' ? undefined : handover?.reason;
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
