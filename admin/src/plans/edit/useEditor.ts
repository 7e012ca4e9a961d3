import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useTimeLocale } from '../../patterns/useTimeLocale';
import { asApiError } from '../../provider/ApiError';
import { request } from '../../provider/client';
import type { PlanVersion } from '../plans.graphql';
import { planVersionQuery } from '../plans.provider';
import { sectionOf, type Section } from '../sections';
import { UpdatePlanVersionDocument } from '../verbs.graphql';
import { check } from './check';
import { changedSections, draftOf, inputOf, type Draft } from './draft';
import { forgetChanges, keepChanges, keptChanges } from './kept';

/** What somebody else has changed meanwhile, and which of it is changed here as well. */
export interface Meeting {
  theirs: readonly Section[];
  both: readonly Section[];
}

export interface Editor {
  draft: Draft;
  set<Name extends Section>(section: Name, value: Draft[Name]): void;
  /** What is wrong at a field, by the path that the API gives it. */
  problemAt(path: string): string | undefined;
  /** How many fields of a section are wrong. */
  problemCount(section: Section): number;
  changed: readonly Section[];
  save(): Promise<void>;
  reset(): void;
  isSending: boolean;
  /** Why the server refused, in words. */
  trouble: string;
  meeting: Meeting | undefined;
  /** What was typed on an earlier visit and is not saved yet. */
  restored: readonly Section[];
}

/** The form of a version: what is typed, what is wrong with it, and saving it upon what others wrote meanwhile. */
export function useEditor(version: PlanVersion): Editor {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const [base, setBase] = useState(() => ({ version, draft: draftOf(version) }));
  const [draft, setDraft] = useState<Draft>(() => ({ ...base.draft, ...keptChanges(version) }));
  const [restored, setRestored] = useState(() => changedSections(base.draft, draft));
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState('');
  const [meeting, setMeeting] = useState<Meeting>();
  const changed = changedSections(base.draft, draft);
  useEffect(() => keepChanges(base.version, draft, changedSections(base.draft, draft)), [base, draft]);
  const problems = problemsOf(draft, refused, isChecked, translate);
  const { id } = version;
  const latest = () => queries.fetchQuery({ ...planVersionQuery(id, locale), staleTime: 0 });
  const rest = (seen: PlanVersion, kept: Partial<Draft> = {}) => {
    const read = draftOf(seen);
    setBase({ version: seen, draft: read });
    setDraft({ ...read, ...kept });
  };
  /** Goes on upon what others wrote; what is changed here stays. */
  const meet = async () => {
    const seen = await latest().catch(() => undefined);
    if (!seen || seen.version === base.version.version || seen.state !== 'DRAFT') return;
    const theirs = changedSections(base.draft, draftOf(seen));
    setMeeting({ theirs, both: theirs.filter((section) => changed.includes(section)) });
    rest(seen, Object.fromEntries(changed.map((section) => [section, draft[section]])));
  };
  const save = async () => {
    setIsChecked(true);
    setTrouble('');
    if (Object.keys(check(draft)).length > 0) return;
    setIsSending(true);
    const input = { ...inputOf(draft, changed), expectedVersion: base.version.version };
    try {
      await request(UpdatePlanVersionDocument, { id, input });
      setRefused({});
      setMeeting(undefined);
      setRestored([]);
      setIsChecked(false);
      rest(await latest());
      notify('edit.saved', { type: 'success' });
    } catch (thrown) {
      const error = asApiError(thrown);
      setRefused(error.fields);
      setTrouble(translate(error.message, { _: error.message }));
      if (error.code === 'CONFLICT') await meet();
    }
    setIsSending(false);
    await queries.invalidateQueries({ queryKey: ['plans'] });
  };
  return {
    draft,
    changed,
    isSending,
    trouble,
    meeting,
    restored,
    save,
    set(section, value) {
      setDraft((before) => ({ ...before, [section]: value }));
      setTrouble('');
      // What the server said of a section holds for what stood there then.
      setRefused((before) =>
        Object.fromEntries(Object.entries(before).filter(([path]) => sectionOf(path) !== section)),
      );
    },
    problemAt: (path) => problems[path],
    problemCount: (section) => Object.keys(problems).filter((path) => sectionOf(path) === section).length,
    reset() {
      forgetChanges(base.version);
      setDraft(base.draft);
      setRestored([]);
      setRefused({});
      setTrouble('');
      setIsChecked(false);
    },
  };
}

function problemsOf(
  draft: Draft,
  refused: Readonly<Record<string, string>>,
  isChecked: boolean,
  translate: (key: string, values?: object) => string,
): Readonly<Record<string, string>> {
  const own = Object.entries(check(draft)).filter(([, { isMissing }]) => isChecked || !isMissing);
  return {
    ...refused,
    ...Object.fromEntries(own.map(([path, { key, values }]) => [path, translate(key, values)])),
  };
}
