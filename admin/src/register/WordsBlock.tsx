import { InputAdornment } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Block, Row, Text } from './fields';

/** 2: what the customer says and asks for. */
export const WordsBlock = () => {
  const translate = useTranslate();
  return (
    <Block number={2} title={translate('register.block2')}>
      <Text name="content" multiline minRows={5} />
      <Row columns="minmax(0, 2fr) minmax(0, 1fr)">
        <Text name="customerDemand" note={translate('register.demandNote')} />
        <Text
          name="amountInvolved"
          isOptional
          inputMode="decimal"
          startIcon="¥"
          end={<InputAdornment position="end" />}
        />
      </Row>
    </Block>
  );
};
