import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { RegisterComplaintMutation } from '../gql/graphql';
import { useChangedForm } from '../layout/changedForms';
import { asApiError } from '../provider/ApiError';
import { dataProvider } from '../provider/dataProvider';
import { dropDraft, keepDraft, readDraft } from '../provider/drafts';
import { check, type Problems } from './check';
import { emptyValues, fieldOf, inputOf, isFilledIn, withoutPersonal, type RegisterValues } from './values';

/** What the server registered. */
export type Registered = RegisterComplaintMutation['registerComplaint'];

interface Draft {
  values: RegisterValues;
  /** Kept with the draft, so that a retry after a reload is still the same request. */
  idempotencyKey: string;
}

const draftName = 'register';

/** The form, its draft in the tab, and the one request that may safely be repeated. */
export interface RegisterForm {
  form: UseFormReturn<RegisterValues>;
  /** Registers and ends the form. */
  submit(): void;
  /** Whether nothing is wrong, as far as the console knows; else says what. */
  isSound(): boolean;
  /** Registers, the same content once however often it is sent; nothing when refused, and the form says why. */
  register(): Promise<Registered | undefined>;
  /** Ends the form with what came of it. */
  finish(complaint: Registered): void;
  clear(): void;
  /** Whether anything is filled in. */
  isChanged(): boolean;
  isSending: boolean;
  /** Trouble that belongs to no field. */
  trouble: string;
  draftAt: Date | undefined;
}

export function useRegisterForm(onRegistered: (complaint: Registered) => void): RegisterForm {
  const translate = useTranslate();
  const [kept] = useState(() => readDraft<Draft>(draftName));
  const key = useRef(kept?.idempotencyKey ?? crypto.randomUUID());
  const form = useForm<RegisterValues>({ defaultValues: { ...emptyValues, ...kept?.values } });
  const draftAt = useDraft(form, key);
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const register = async () => {
    setIsSending(true);
    setTrouble('');
    try {
      return await dataProvider.registerComplaint(inputOf(form.getValues(), key.current));
    } catch (thrown) {
      const error = asApiError(thrown);
      showFields(form, error.fields);
      const isUnanswered = error.code === 'OFFLINE' || error.code === 'UNAVAILABLE';
      setTrouble(isUnanswered ? translate('register.sent') : translate(error.message, { _: error.message }));
      // The key was spent on other content: what is here now is a new complaint, if the clerk sends it again.
      if (error.code === 'CONFLICT') key.current = crypto.randomUUID();
      return undefined;
    } finally {
      setIsSending(false);
    }
  };
  const isChanged = () => isFilledIn(form.getValues());
  useChangedForm(isChanged);
  const isSound = () => {
    const problems = check(form.getValues(), Date.now());
    showProblems(form, problems, translate);
    return Object.keys(problems).length === 0;
  };
  const finish = (complaint: Registered) => {
    clear();
    onRegistered(complaint);
  };
  const submit = async () => {
    if (isSending || !isSound()) return;
    const complaint = await register();
    if (complaint) finish(complaint);
  };
  const clear = () => {
    dropDraft(draftName);
    key.current = crypto.randomUUID();
    form.reset(emptyValues);
    setTrouble('');
  };
  return {
    form,
    submit: () => void submit(),
    isSound,
    register,
    finish,
    clear,
    isChanged,
    isSending,
    trouble,
    draftAt,
  };
}

function showProblems(
  form: UseFormReturn<RegisterValues>,
  problems: Problems,
  translate: (key: string, options?: object) => string,
): void {
  form.clearErrors();
  const named = Object.entries(problems) as [keyof RegisterValues, NonNullable<Problems[keyof RegisterValues]>][];
  named.forEach(([name, { key, count }], index) =>
    form.setError(name, { message: translate(key, { count }) }, { shouldFocus: index === 0 }),
  );
}

/** The server's field errors, each under its own field. */
function showFields(form: UseFormReturn<RegisterValues>, fields: Readonly<Record<string, string>>): void {
  const named = Object.entries(fields).flatMap(([path, message]) => {
    const name = fieldOf(path);
    return name ? [[name, message] as const] : [];
  });
  named.forEach(([name, message], index) => form.setError(name, { message }, { shouldFocus: index === 0 }));
}

const settleMilliseconds = 800;

function useDraft(form: UseFormReturn<RegisterValues>, key: { current: string }): Date | undefined {
  const [at, setAt] = useState<Date>();
  // The form keeps track of it only for those who read it while rendering.
  const { isDirty } = form.formState;
  const isChanged = useRef(isDirty);
  useEffect(() => {
    isChanged.current = isDirty;
  }, [isDirty]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = form.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!isChanged.current) return;
        const draft: Draft = { values: withoutPersonal(form.getValues()), idempotencyKey: key.current };
        keepDraft(draftName, draft);
        setAt(new Date());
      }, settleMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form, key]);
  return at;
}
