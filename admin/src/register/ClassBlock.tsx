import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Controller, useFormContext } from 'react-hook-form';
import { ChooseOne } from '../layout/ChooseOne';
import { Choices } from '../layout/Choices';
import { PickPeople } from '../org/PickPeople';
import { useCodeList } from '../org/useCodeList';
import { LevelChoice } from '../patterns/LevelChoice';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { wordsZh } from '../words/zh';
import { Block, Row, Text, Toggles, useValues } from './fields';
import { useEmergency } from './useEmergency';
import type { RegisterValues } from './values';

const flags = [
  'FUND_SAFETY',
  'MEDIA',
  'SOCIAL_IMPACT',
  'MAJOR_RISK',
  'REPUTATION',
  'LEGAL_VIOLATION',
  'LEGAL_DISPUTE',
] as const;

/** 4: how to class it. */
export const ClassBlock = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { setValue } = useFormContext<RegisterValues>();
  const { level, riskFlags } = useValues();
  const { forcesLevel } = useEmergency();
  const isRaised = forcesLevel && (level === 'GENERAL' || level === 'SUGGESTION');
  const vulnerable = riskFlags.filter((flag) => flag === 'VULNERABLE');
  return (
    <Block number={4} title={translate('register.block4')}>
      <Category />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <LevelChoice
          label={translate('register.level')}
          value={level}
          onChange={(value) => setValue('level', value, { shouldDirty: true })}
        />
        {isRaised ? (
          <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
            {translate('register.forcedLevel')}
          </Box>
        ) : null}
      </Box>
      <Toggles
        label={translate('register.flags')}
        values={flags}
        chosen={riskFlags.filter((flag): flag is (typeof flags)[number] => flag !== 'VULNERABLE')}
        onChange={(chosen) => setValue('riskFlags', [...chosen, ...vulnerable], { shouldDirty: true })}
        nameOf={(flag) => word('riskFlag', flag)}
      />
      <Details />
      <StaffComplainedOf />
    </Block>
  );
};

/** The broad categories, and below them the finer ones of the chosen one. */
const Category = () => {
  const categories = useCodeList('CATEGORY');
  const { categoryCode } = useValues();
  const chosen = categories.find(({ code }) => code === categoryCode);
  const broad = chosen?.parent?.code ?? categoryCode;
  return (
    <>
      <CategoryChoices label="category" codes={codesUnder(categories, undefined)} value={broad} />
      {broad ? (
        <CategoryChoices label="finerCategory" codes={codesUnder(categories, broad)} value={categoryCode} />
      ) : null}
    </>
  );
};

type Categories = ReturnType<typeof useCodeList>;

const codesUnder = (categories: Categories, parent: string | undefined) =>
  categories.filter((each) => each.parent?.code === parent).map(({ code }) => code);

const CategoryChoices = ({ label, codes, value }: { label: string; codes: readonly string[]; value: string }) => {
  const translate = useTranslate();
  const categories = useCodeList('CATEGORY');
  const { setValue } = useFormContext<RegisterValues>();
  if (codes.length === 0) return null;
  return (
    <Choices
      label={translate(`register.${label}`)}
      hidesLabel
      values={codes}
      value={value}
      onChange={(code) => setValue('categoryCode', code, { shouldDirty: true })}
      nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
    />
  );
};

const subjects = Object.keys(wordsZh.subject) as (keyof typeof wordsZh.subject)[];

const Details = () => {
  const translate = useTranslate();
  const word = useWord();
  const products = useCodeList('PRODUCT');
  const { setValue } = useFormContext<RegisterValues>();
  const { productCode, subject } = useValues();
  return (
    <Row columns="repeat(3, minmax(0, 1fr))">
      <Text name="place" isOptional />
      <ChooseOne
        label={translate('register.subject')}
        isOptional
        values={subjects}
        value={subject || undefined}
        onChange={(value) => setValue('subject', value ?? '', { shouldDirty: true })}
        nameOf={(value) => word('subject', value)}
        none={translate('jiesu.notGiven')}
      />
      {products.length > 0 ? (
        <ChooseOne
          label={translate('register.product')}
          isOptional
          values={products.map(({ code }) => code)}
          value={productCode || undefined}
          onChange={(value) => setValue('productCode', value ?? '', { shouldDirty: true })}
          nameOf={(code) => products.find((each) => each.code === code)?.name ?? code}
          none={translate('jiesu.notGiven')}
        />
      ) : null}
    </Row>
  );
};

/** People of the unit complained of; they take no part in handling it. */
const StaffComplainedOf = () => {
  const translate = useTranslate();
  const { orgUnitId } = useValues();
  return (
    <Controller<RegisterValues, 'staffComplainedOf'>
      name="staffComplainedOf"
      render={({ field: { value, onChange }, fieldState: { error } }) => (
        <PickPeople
          label={translate('register.staffComplainedOf')}
          isOptional
          note={translate('register.staffNote')}
          placeholder={translate('register.staffFind')}
          orgUnitId={orgUnitId || undefined}
          value={value}
          onChange={onChange}
          problem={error?.message}
        />
      )}
    />
  );
};
