import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../org/Card';
import { type, useTokens } from '../theme/tokens';
import type { PlanVersion } from './plans.graphql';

interface Props {
  version: PlanVersion;
}

/** 处理原则: paragraph by paragraph. */
export const PrinciplesCard = ({ version: { principles } }: Props) => {
  const translate = useTranslate();
  const paragraphs = principles.split('\n').filter((line) => line.trim());
  return (
    <Card title={translate('plans.section.principles')}>
      {paragraphs.length ? (
        <Box sx={{ display: 'grid', gap: 2, ...type.reading, maxWidth: 760 }}>
          {paragraphs.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Box>
      ) : (
        <Nothing />
      )}
    </Card>
  );
};

/** 制定依据: documents, and versions of units above with their state. */
export const BasisCard = ({ version: { basis } }: Props) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Card title={translate('plans.section.basis')}>
      {basis.length ? (
        <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 2 }}>
          {basis.map(({ id, title, number, issuedOn, source }) => (
            <li key={id}>
              {source ? <Link to={`/plans/${source.id}`}>{title}</Link> : title}
              <Box component="span" sx={{ ml: 2, color: tokens.ink2, ...type.meta }}>
                {[
                  source && translate('plans.versionOf', { unit: source.plan.orgUnit.name, number: source.number }),
                  number,
                  issuedOn,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Box>
              {source && source.state !== 'PUBLISHED' ? (
                <Box component="span" sx={{ ml: 2, color: tokens.warn, ...type.meta, fontWeight: 600 }}>
                  {translate('plans.sourceOver')}
                </Box>
              ) : null}
            </li>
          ))}
        </Box>
      ) : (
        <Nothing />
      )}
    </Card>
  );
};

/** 职责分工: unit by unit. */
export const DutiesCard = ({ version: { duties } }: Props) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const units = new Map(duties.map(({ orgUnit }) => [orgUnit.id, orgUnit.name]));
  return (
    <Card title={translate('plans.section.duties')}>
      {duties.length ? (
        <Box component="dl" sx={{ display: 'grid', gap: 3 }}>
          {[...units].map(([unitId, name]) => (
            <div key={unitId}>
              <Box component="dt" sx={{ fontWeight: 600 }}>
                {name}
              </Box>
              {duties
                .filter(({ orgUnit }) => orgUnit.id === unitId)
                .map(({ id, text }) => (
                  <Box component="dd" key={id} sx={{ pl: 3, py: 0.5, borderLeft: `2px solid ${tokens.line}` }}>
                    {text}
                  </Box>
                ))}
            </div>
          ))}
        </Box>
      ) : (
        <Nothing />
      )}
    </Card>
  );
};

/** 投诉管理部门: who screens, assigns, closes and reports. */
export const DeskCard = ({ version: { deskGroup, deskDepartment } }: Props) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Card title={translate('plans.section.desk')}>
      <p>{deskGroup?.name ?? deskDepartment?.name ?? translate('plans.nearestOffice')}</p>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('plans.deskNote')}
      </Box>
    </Card>
  );
};

const Nothing = () => {
  const tokens = useTokens();
  return (
    <Box component="p" sx={{ color: tokens.ink2 }}>
      {useTranslate()('jiesu.none')}
    </Box>
  );
};
