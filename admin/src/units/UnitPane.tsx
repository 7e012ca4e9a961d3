import { Box, Button } from '@mui/material';
import { FolderInput, Pencil, Plus, PowerOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Facts } from '../complaints/Facts';
import type { UnitDetailQuery } from '../gql/graphql';
import { Card } from '../org/Card';
import { BlockedAction } from '../patterns/BlockedAction';
import { PersonChip } from '../patterns/PersonChip';
import { UnitBreadcrumb } from '../patterns/UnitBreadcrumb';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CreateUnitDialog } from './CreateUnitDialog';
import { DeactivateUnitDialog } from './DeactivateUnitDialog';
import { MoveUnitDialog } from './MoveUnitDialog';
import { UpdateUnitDialog } from './UpdateUnitDialog';
import type { UnitDetail } from './units.graphql';
import { lacksTeam } from './UnitTree';

interface UnitPaneProps {
  unit: UnitDetail;
  figures: UnitDetailQuery;
}

/** One unit: where it stands, what is in it, what can be done. */
export const UnitPane = ({ unit, figures }: UnitPaneProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
      <Box sx={{ color: tokens.ink2, overflow: 'hidden' }}>
        <UnitBreadcrumb path={unit.pathNames} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box component="h2" sx={{ ...type.detailTitle, flex: 1, minWidth: 160 }}>
          {unit.name}
          {unit.isActive ? null : (
            <Box component="span" sx={{ ml: 2, color: tokens.ink2, ...type.meta }}>
              {translate('units.closed')}
            </Box>
          )}
        </Box>
        <Verbs unit={unit} />
      </Box>
      <Box
        sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <About unit={unit} figures={figures} />
        <People unit={unit} figures={figures} />
      </Box>
    </Box>
  );
};

type VerbName = 'create' | 'update' | 'move' | 'deactivate';

const Verbs = ({ unit }: { unit: UnitDetail }) => {
  const translate = useTranslate();
  const [verb, setVerb] = useState<VerbName>();
  const close = () => setVerb(undefined);
  if (!unit.isActive) return null;
  const button = (name: VerbName, Icon: typeof Pencil) => (
    <Button onClick={() => setVerb(name)} variant={name === 'create' ? 'contained' : 'outlined'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {translate(`units.${name}`)}
    </Button>
  );
  return (
    <>
      {button('create', Plus)}
      {button('update', Pencil)}
      {unit.parent ? (
        <>
          {button('move', FolderInput)}
          {button('deactivate', PowerOff)}
        </>
      ) : (
        <BlockedAction label={translate('units.move')} reason={translate('units.rootStays')} />
      )}
      {verb === 'create' ? <CreateUnitDialog parent={unit} onClose={close} /> : null}
      {verb === 'update' ? <UpdateUnitDialog unit={unit} onClose={close} /> : null}
      {verb === 'move' ? <MoveUnitDialog unit={unit} onClose={close} /> : null}
      {verb === 'deactivate' ? <DeactivateUnitDialog unit={unit} onClose={close} /> : null}
    </>
  );
};

const About = ({ unit, figures }: UnitPaneProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const team = lacksTeam(unit) ? (
    <Box component="span" sx={{ color: tokens.warn, fontWeight: 600 }}>
      {translate('units.noTeamLong')}
    </Box>
  ) : (
    unit.handlingTeams.map(({ name }) => name).join('、') || translate('jiesu.none')
  );
  return (
    <Card title={translate('units.about')}>
      <Facts
        facts={[
          [translate('units.code'), unit.code],
          [translate('units.kind'), word('orgUnitKind', unit.kind)],
          [
            translate('units.parent'),
            unit.parent ? (
              <Link key="parent" to={`/units/${unit.parent.id}`}>
                {unit.parent.name}
              </Link>
            ) : (
              translate('jiesu.none')
            ),
          ],
          [
            translate('units.below'),
            translate('units.count', { count: figures.orgUnits.totalCount - Number(unit.isActive) }),
          ],
          [translate('units.groups'), translate('units.count', { count: figures.leadershipGroups.totalCount })],
          [translate('units.team'), team],
        ]}
      />
    </Card>
  );
};

const People = ({ unit, figures: { staffMembers } }: UnitPaneProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const filter = encodeURIComponent(JSON.stringify({ orgUnitId: unit.id, isActive: true }));
  return (
    <Card
      title={translate('units.people', { count: staffMembers.totalCount })}
      end={<Link to={`/staff?filter=${filter}`}>{translate('units.allPeople')}</Link>}
    >
      <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 2 }}>
        {staffMembers.items.map(({ id, name, post, orgUnit }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
            <Link to={`/staff/${id}`} style={{ flex: 1, color: 'inherit', textDecoration: 'none' }}>
              <PersonChip person={{ name, unitName: orgUnit.name }} />
            </Link>
            <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
              {post ? word('post', post) : ''}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
};
