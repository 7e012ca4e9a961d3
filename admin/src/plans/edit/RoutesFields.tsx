import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Level } from '../../gql/graphql';
import { PickRecord } from '../../org/PickRecord';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { levels } from '../LimitsTable';
import { AddButton, PickCell, RemoveButton } from './cells';
import { ClauseCell } from './ClauseCell';
import { nextKey } from './rows';
import type { RouteDraft } from './handlingDraft';
import type { HandlingProps } from './HandlingFields';
import { useCategories } from './useCategories';

/** 分派规则: which unit or group receives complaints of a category, of a level, or of both. */
export const RoutesFields = ({ handling: { routes }, change, problemAt }: HandlingProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const set = (key: number, part: Partial<RouteDraft>) =>
    change({ routes: routes.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('handling.note.routes')}
      </Box>
      {routes.map((route, index) => {
        const name = translate('handling.route', { number: index + 1 });
        return (
          <Box
            key={route.key}
            role="group"
            aria-label={name}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'flex-start',
              gap: 2,
              mt: 2,
              pb: 2,
              borderBottom: `1px solid ${tokens.line}`,
            }}
          >
            <RouteFields
              route={route}
              name={name}
              problemAt={(field) => problemAt(field ? `routes.${index}.${field}` : `routes.${index}`)}
              onChange={(part) => set(route.key, part)}
            />
            <RemoveButton
              name={name}
              onClick={() => change({ routes: routes.filter((each) => each.key !== route.key) })}
            />
          </Box>
        );
      })}
      <AddButton
        label={translate('handling.addRoute')}
        onClick={() =>
          change({
            routes: [
              ...routes,
              {
                key: nextKey(),
                categoryCode: '',
                level: '',
                by: 'unit',
                receiverId: undefined,
                receiverName: '',
                clause: '',
              },
            ],
          })
        }
      />
    </>
  );
};

interface RouteProps {
  route: RouteDraft;
  name: string;
  problemAt(field: string): string | undefined;
  onChange(part: Partial<RouteDraft>): void;
}

const RouteFields = ({ route, name, problemAt, onChange }: RouteProps) => {
  const translate = useTranslate();
  const word = useWord();
  const categories = useCategories()(route.categoryCode);
  const { level, by, receiverId, receiverName, clause } = route;
  return (
    <>
      <PickCell
        label={`${name} ${translate('edit.category')}`}
        values={['', ...categories.values]}
        value={route.categoryCode}
        onChange={(categoryCode) => onChange({ categoryCode })}
        nameOf={(code) => (code ? categories.nameOf(code) : translate('handling.anyCategory'))}
        problem={problemAt('categoryCode') ?? problemAt('')}
        width={190}
      />
      <PickCell<Level | ''>
        label={`${name} ${translate('plans.level')}`}
        values={['', ...levels]}
        value={level}
        onChange={(next) => onChange({ level: next })}
        nameOf={(each) => (each ? word('level', each) : translate('handling.anyLevel'))}
        width={120}
      />
      <PickCell
        label={`${name} ${translate('handling.receiverKind')}`}
        values={['unit', 'group'] as const}
        value={by}
        onChange={(next) => onChange({ by: next, receiverId: undefined, receiverName: '' })}
        nameOf={(each) => translate(`handling.receiver.${each}`)}
        width={120}
      />
      <Box sx={{ width: 260, maxWidth: '100%' }}>
        <PickRecord
          key={by}
          hidesLabel
          resource={by === 'group' ? 'leadershipGroups' : 'orgUnits'}
          filter={{ isActive: true }}
          label={`${name} ${translate(`handling.receiver.${by}`)}`}
          placeholder={translate(`handling.receiver.${by}`)}
          value={receiverId}
          valueName={receiverName}
          onChange={(id, choice) => onChange({ receiverId: id, receiverName: choice?.name ?? '' })}
          problem={problemAt(by === 'group' ? 'groupId' : 'orgUnitId')}
        />
      </Box>
      <ClauseCell
        name={name}
        value={clause}
        onChange={(next) => onChange({ clause: next })}
        problem={problemAt('clause')}
      />
    </>
  );
};
