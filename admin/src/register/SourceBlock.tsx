import {
  Building2,
  Globe,
  Landmark,
  Mail,
  MessageSquareMore,
  Newspaper,
  Phone,
  Send,
  Smartphone,
  type LucideIcon,
} from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Controller, useFormContext } from 'react-hook-form';
import { bankMinute } from '../layout/bankDay';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { useShortcuts } from '../layout/useShortcuts';
import { PickRecord } from '../org/PickRecord';
import { KeyHint } from '../patterns/KeyHint';
import { useNow } from '../patterns/useNow';
import { useWord } from '../words/useWord';
import { Block, Row, Text, useValues } from './fields';
import type { RegisterValues } from './values';

const icons = {
  ON_SITE: Building2,
  PHONE: Phone,
  LETTER: Mail,
  MOBILE_APP: Smartphone,
  ONLINE: Globe,
  REGULATOR: Landmark,
  EMAIL: Send,
  MEDIA: Newspaper,
  OTHER: MessageSquareMore,
} as const satisfies Record<RegisterValues['channel'], LucideIcon>;

const channels = Object.keys(icons) as (keyof typeof icons)[];

/** 1: where the complaint comes from. */
export const SourceBlock = () => {
  const translate = useTranslate();
  const { channel } = useValues();
  return (
    <Block number={1} title={translate('register.block1')}>
      <ChannelChoice />
      <Row columns="repeat(3, minmax(0, 1fr))">
        <ReceivedAt />
        <Unit />
        <Text name="occurredAt" type="datetime-local" isOptional />
      </Row>
      {channel === 'LETTER' ? (
        <Row columns="repeat(2, minmax(0, 1fr))">
          <Text name="postedAt" type="date" />
          <Text name="lateReason" isOptional />
        </Row>
      ) : null}
      {channel === 'REGULATOR' || channel === 'MEDIA' || channel === 'OTHER' ? (
        <Text name="channelReference" isOptional />
      ) : null}
    </Block>
  );
};

const ChannelChoice = () => {
  const translate = useTranslate();
  const word = useWord();
  const { setValue, setFocus } = useFormContext<RegisterValues>();
  const { channel } = useValues();
  const choose = (value: RegisterValues['channel']) => {
    setValue('channel', value, { shouldDirty: true });
    setValue('inPerson', value === 'ON_SITE', { shouldDirty: true });
  };
  const byKey = (value: RegisterValues['channel']) => () => {
    choose(value);
    setFocus('content');
  };
  useShortcuts(Object.fromEntries(channels.map((value, index) => [String(index + 1), byKey(value)])));
  return (
    <Choices
      label={translate('register.channel')}
      hidesLabel
      isFilled
      values={channels}
      value={channel}
      onChange={choose}
      nameOf={(value) => word('channel', value)}
      startOf={(value) => {
        const Icon = icons[value];
        return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />;
      }}
      endOf={(value, isChosen) => <KeyHint keys={String(channels.indexOf(value) + 1)} isOnFilled={isChosen} />}
    />
  );
};

/** Shows the present minute until the clerk sets another time; then the server's clock no longer decides. */
const ReceivedAt = () => {
  const translate = useTranslate();
  const now = useNow();
  return (
    <Controller<RegisterValues, 'receivedAt'>
      name="receivedAt"
      render={({ field: { ref, value, ...field }, fieldState: { error } }) => (
        <LabelledField
          label={translate('register.receivedAt')}
          type="datetime-local"
          inputRef={ref}
          value={value || bankMinute(now)}
          {...field}
          problem={error?.message}
        />
      )}
    />
  );
};

const Unit = () => {
  const translate = useTranslate();
  return (
    <Controller<RegisterValues, 'orgUnitId'>
      name="orgUnitId"
      render={({ field, fieldState: { error } }) => (
        <PickRecord
          resource="orgUnits"
          label={translate('register.unit')}
          placeholder={translate('register.unitOwn')}
          value={field.value || undefined}
          onChange={(id) => field.onChange(id ?? '')}
          problem={error?.message}
        />
      )}
    />
  );
};
