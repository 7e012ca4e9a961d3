import { Box, Paper } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { MaskedField } from '../gql/graphql';
import { ClockCell } from '../patterns/ClockCell';
import { PersonChip } from '../patterns/PersonChip';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import type { ComplaintCase } from './complaints.graphql';
import { Facts } from './Facts';
import { MaskedValue } from './reveal/MaskedValue';
import { useDeadlines } from './useDeadlines';

/** How long is left, whose it is, and for whom. */
export const CaseSide = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
      <Card title={translate('complaint.clocks')}>
        <Clocks clocks={complaint.clocks} />
      </Card>
      <Card title={translate('complaint.people')}>
        <People complaint={complaint} />
      </Card>
      <Card title={translate('complaint.customer')} note={translate('complaint.masked')}>
        <Customer complaint={complaint} />
      </Card>
    </Box>
  );
};

const Card = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => {
  const tokens = useTokens();
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 2 }}>
        <Box component="h2" sx={{ flex: 1 }}>
          {title}
        </Box>
        {note ? (
          <Box component="span" sx={{ color: tokens.ink3, ...type.caption }}>
            {note}
          </Box>
        ) : null}
      </Box>
      {children}
    </Paper>
  );
};

const Clocks = ({ clocks }: Pick<ComplaintCase, 'clocks'>) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { explain, explanation } = useDeadlines(clocks);
  if (clocks.length === 0) return <Box sx={{ color: tokens.ink3 }}>{translate('complaint.noClocks')}</Box>;
  return (
    <>
      {clocks.map((clock, index) => (
        <Box key={clock.id} sx={{ py: 1.5, borderTop: index > 0 ? `1px solid ${tokens.line}` : 0 }}>
          <ClockCell clock={clock} onExplain={() => explain(clock.id)} />
        </Box>
      ))}
      <Box component="p" sx={{ color: tokens.ink3, ...type.caption }}>
        {translate('complaint.deadlineHint')}
      </Box>
      {explanation}
    </>
  );
};

type Person = ComplaintCase['registeredBy'];

const People = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const staffId = useViewer()?.staff?.id;
  const chip = (person: Person) => (
    <PersonChip
      person={person ? { name: person.name, unitName: person.orgUnit.name } : null}
      isViewer={person?.id === staffId && person !== null && person !== undefined}
    />
  );
  const { status, assignedUnit, assignedStaff } = complaint;
  const asked = assignedUnit?.name ?? (assignedStaff ? chip(assignedStaff) : undefined);
  const offered = status === 'ASSIGNED' ? asked : undefined;
  return (
    <Facts
      facts={[
        [translate('complaint.unit'), complaint.orgUnit.name],
        [translate('complaint.responsible'), chip(complaint.responsible)],
        [translate('complaint.offeredTo'), offered],
        [translate('complaint.lead'), complaint.lead ? chip(complaint.lead) : undefined],
        [translate('complaint.firstHandler'), chip(complaint.firstHandler)],
        [translate('complaint.registeredBy'), complaint.registeredBy ? chip(complaint.registeredBy) : undefined],
        [translate('complaint.complainedOf'), complaint.staffComplainedOf.map(({ name }) => name).join('、')],
      ]}
    />
  );
};

const Customer = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const { complainant } = complaint;
  const { representative, jointCount } = complainant;
  const masked = (field: MaskedField, value: string | null | undefined) =>
    value ? <MaskedValue complaint={complaint} field={field} masked={value} /> : undefined;
  const noName = translate(complainant.anonymous ? 'complaint.anonymous' : 'jiesu.notGiven');
  return (
    <Facts
      facts={[
        [
          translate('complaint.name'),
          <Fragment key="name">
            {masked('NAME', complainant.name) ?? noName}
            {complainant.inPerson ? ` (${translate('complaint.inPerson')})` : ''}
          </Fragment>,
        ],
        [translate('complaint.phone'), masked('PHONE', complainant.phone)],
        [translate('complaint.idNumber'), masked('ID_NUMBER', complainant.idNumber)],
        [translate('complaint.customerNumber'), masked('CUSTOMER_NUMBER', complainant.customerNumber)],
        [translate('complaint.email'), masked('EMAIL', complainant.email)],
        [translate('complaint.address'), masked('ADDRESS', complainant.address)],
        [
          translate('complaint.representative'),
          representative ? (
            <Fragment key="representative">
              {masked('REPRESENTATIVE_NAME', representative.name)} {representative.relation}{' '}
              {masked('REPRESENTATIVE_PHONE', representative.phone)}
            </Fragment>
          ) : undefined,
        ],
        [
          translate('complaint.jointCount'),
          jointCount > 1 ? translate('complaint.people_count', { count: jointCount }) : undefined,
        ],
      ]}
    />
  );
};
