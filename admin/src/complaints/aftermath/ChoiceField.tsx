import { FormHelperText } from '@mui/material';
import type { ComponentProps } from 'react';
import { Choices } from '../../layout/Choices';

type ChoiceFieldProps<T extends string> = ComponentProps<typeof Choices<T>> & {
  /** Why it cannot stay so. */
  problem: string | undefined;
};

/** One of a few values that must be chosen, with its problem below. */
export const ChoiceField = <T extends string>({ problem, ...choice }: ChoiceFieldProps<T>) => (
  <div>
    <Choices {...choice} />
    {problem ? (
      <FormHelperText error role="alert">
        {problem}
      </FormHelperText>
    ) : null}
  </div>
);
