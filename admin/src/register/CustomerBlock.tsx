import { Box, Button } from '@mui/material';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useTokens } from '../theme/tokens';
import { phoneProblem } from './check';
import { Block, Flag, Row, Text, useValues } from './fields';
import type { RegisterValues } from './values';

/** 3: who complains. */
export const CustomerBlock = () => {
  const translate = useTranslate();
  const [showsMore, setShowsMore] = useState(false);
  return (
    <Block number={3} title={translate('register.block3')}>
      <Row columns="minmax(0, 3fr) minmax(0, 4fr) minmax(0, 4fr)">
        <Name />
        <PhoneField />
        <Text name="customerNumber" isOptional />
      </Row>
      <Circumstances />
      <Button
        variant="text"
        size="small"
        aria-expanded={showsMore}
        onClick={() => setShowsMore(!showsMore)}
        sx={{ justifySelf: 'start', ml: -1.5 }}
      >
        {translate('register.more')}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      {showsMore ? (
        <Row columns="repeat(3, minmax(0, 1fr))">
          <Text name="idNumber" isOptional />
          <Text name="email" isOptional type="email" />
          <Text name="address" isOptional />
        </Row>
      ) : null}
    </Block>
  );
};

const Name = () => {
  const { anonymous } = useValues();
  return <Text name="name" disabled={anonymous} />;
};

/** Says at once, on leaving the field, how many digits are missing. */
const PhoneField = () => {
  const translate = useTranslate();
  const { getValues, setError, clearErrors } = useFormContext<RegisterValues>();
  const checkNow = () => {
    const problem = phoneProblem(getValues('phone'));
    if (problem) setError('phone', { message: translate(problem.key, { count: problem.count }) });
    else clearErrors('phone');
  };
  return <Text name="phone" inputMode="tel" onBlur={checkNow} keepsLine />;
};

const Circumstances = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { isRepresented, isJoint, riskFlags } = useValues();
  const { setValue } = useFormContext<RegisterValues>();
  const isVulnerable = riskFlags.includes('VULNERABLE');
  const flip = () =>
    setValue(
      'riskFlags',
      isVulnerable ? riskFlags.filter((flag) => flag !== 'VULNERABLE') : [...riskFlags, 'VULNERABLE'],
      {
        shouldDirty: true,
      },
    );
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: '4px 28px',
          '& input': { width: 18, height: 18, m: 0, accentColor: tokens.primary },
        }}
      >
        <Flag name="inPerson" label={translate('register.inPerson')} />
        <Flag name="isRepresented" label={translate('register.representative')} />
        <Flag name="isJoint" label={translate('register.joint')} />
        <Flag name="anonymous" label={translate('register.anonymous')} />
        <Box
          component="label"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, minHeight: 28, cursor: 'pointer' }}
        >
          <input type="checkbox" checked={isVulnerable} onChange={flip} />
          {translate('register.vulnerable')}
        </Box>
      </Box>
      {isRepresented ? (
        <Row columns="repeat(3, minmax(0, 1fr))">
          <Text name="representativeName" />
          <Text name="representativePhone" isOptional inputMode="tel" />
          <Text name="relation" isOptional />
        </Row>
      ) : null}
      {isJoint ? (
        <Row columns="120px">
          <Text name="jointCount" type="number" inputMode="numeric" />
        </Row>
      ) : null}
    </>
  );
};
