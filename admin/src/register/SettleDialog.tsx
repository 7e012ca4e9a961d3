import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isComplete, noResolution, ResolutionFields, resolutionInput } from '../complaints/verbs/ResolutionFields';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { asApiError } from '../provider/ApiError';
import { dataProvider } from '../provider/dataProvider';
import type { Registered, RegisterForm } from './useRegisterForm';

interface SettleDialogProps {
  register: RegisterForm;
  onClose(): void;
}

/** Registers and then settles at once; what was registered stays so when settling is refused. */
export const SettleDialog = ({ register, onClose }: SettleDialogProps) => {
  const translate = useTranslate();
  const [resolution, setResolution] = useState(noResolution);
  const [isChecked, setIsChecked] = useState(false);
  const { settle, leave, ...state } = useSettling(register, onClose);
  const { name, anonymous, content, categoryCode } = register.form.getValues();
  const needsCategory = !categoryCode;
  const submit = () => {
    setIsChecked(true);
    const isReady = isComplete(resolution) && (!needsCategory || resolution.categoryCode !== undefined);
    if (isReady) void settle(resolutionInput(resolution));
  };
  return (
    <VerbForm
      verb={translate('verb.resolveImmediately')}
      complaint={{
        reference: state.registered?.reference ?? (anonymous ? translate('register.anonymous') : name),
        title: content.trim().slice(0, 60),
      }}
      problem={state.problem}
      isSending={state.isSending}
      onSubmit={submit}
      onClose={leave}
    >
      <ResolutionFields
        value={resolution}
        onChange={setResolution}
        isChecked={isChecked}
        fields={state.fields}
        {...(needsCategory ? { category: 'required' } : {})}
      />
    </VerbForm>
  );
};

function useSettling(register: RegisterForm, onClose: () => void) {
  const translate = useTranslate();
  const [registered, setRegistered] = useState<Registered>();
  const [isSettling, setIsSettling] = useState(false);
  const [problem, setProblem] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const settle = async (input: ReturnType<typeof resolutionInput>) => {
    // A second try registers nothing twice, and says whether the first one settled it after all.
    const complaint = await register.register();
    if (!complaint) return onClose();
    setRegistered(complaint);
    if (complaint.status === 'REPLIED') return register.finish(complaint);
    setIsSettling(true);
    try {
      const { version, status } = await dataProvider.resolveImmediately(complaint.id, {
        ...input,
        expectedVersion: complaint.version,
      });
      register.finish({ ...complaint, version, status });
    } catch (thrown) {
      const error = asApiError(thrown);
      setFields(error.fields);
      // A refused field says itself what is wrong with it.
      const why = Object.keys(error.fields).length > 0 ? '' : translate(error.message, { _: error.message });
      setProblem(`${translate('register.settleRefused')} ${why}`.trim());
      setIsSettling(false);
    }
  };
  const leave = () => (registered ? register.finish(registered) : onClose());
  return { settle, leave, registered, problem, fields, isSending: register.isSending || isSettling };
}
