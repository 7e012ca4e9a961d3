import { Box, TextField } from '@mui/material';
import type { ComponentType, FormEvent, KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useChangedForm } from '../../layout/changedForms';
import { Card } from '../../org/Card';
import { UnitBreadcrumb } from '../../patterns/UnitBreadcrumb';
import { type, useTokens } from '../../theme/tokens';
import { useListed } from '../../words/useListed';
import { Notice } from '../Notice';
import type { PlanVersion } from '../plans.graphql';
import { sections, type Section } from '../sections';
import { BasisFields } from './BasisFields';
import { ClassesFields } from './ClassesFields';
import { DeskFields } from './DeskFields';
import { DutiesFields } from './DutiesFields';
import { HandlingFields } from './HandlingFields';
import { LimitsFields } from './LimitsFields';
import { RegulationsFields } from './RegulationsFields';
import { RemindersFields } from './RemindersFields';
import { SaveBar } from './SaveBar';
import { SectionNav } from './SectionNav';
import { StepsFields } from './StepsFields';
import { useEditor, type Editor, type Meeting } from './useEditor';

/** What every section of the form is given. */
export interface FieldsProps {
  editor: Editor;
  version: PlanVersion;
}

const Principles = ({ editor: { draft, set, problemAt } }: FieldsProps) => {
  const translate = useTranslate();
  return (
    <TextField
      multiline
      fullWidth
      minRows={4}
      value={draft.principles}
      onChange={({ target }) => set('principles', target.value)}
      placeholder={translate('edit.principlesHint')}
      error={Boolean(problemAt('principles'))}
      helperText={problemAt('principles')}
      slotProps={{ htmlInput: { 'aria-label': translate('plans.section.principles') } }}
    />
  );
};

const fieldsOf: Readonly<Record<Section, ComponentType<FieldsProps>>> = {
  principles: Principles,
  basis: BasisFields,
  duties: DutiesFields,
  desk: DeskFields,
  classes: ClassesFields,
  limits: LimitsFields,
  handling: HandlingFields,
  reminders: RemindersFields,
  steps: StepsFields,
  regulations: RegulationsFields,
};

/** A draft in sections: what is wrong shows at its field as it is typed; Ctrl+S saves. */
export const EditForm = ({ version }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const editor = useEditor(version);
  useChangedForm(() => editor.changed.length > 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!editor.isSending && editor.changed.length > 0) void editor.save();
  };
  const onSubmit = (event: FormEvent) => event.preventDefault();
  return (
    <Box
      component="form"
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0 }}
    >
      <Box sx={{ flex: 1, display: 'grid', gap: 3, alignContent: 'start', p: { xs: 4, md: 5 }, minWidth: 0 }}>
        <Box sx={{ color: tokens.ink2, overflow: 'hidden' }}>
          <UnitBreadcrumb path={version.plan.orgUnit.pathNames} />
        </Box>
        <Box component="h1" sx={type.detailTitle}>
          {translate('edit.heading', { name: version.plan.name, number: version.number })}
        </Box>
        {editor.meeting ? <Met meeting={editor.meeting} /> : null}
        {editor.restored.length ? <Restored sections={editor.restored} /> : null}
        <Box
          sx={{
            display: 'grid',
            gap: 4,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '200px minmax(0, 1fr)' },
          }}
        >
          <SectionNav editor={editor} />
          <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
            {sections.map((section) => {
              const Fields = fieldsOf[section];
              return (
                <Box key={section} id={section} sx={{ scrollMarginTop: 64, minWidth: 0 }}>
                  <Card title={translate(`plans.section.${section}`)}>
                    <Fields editor={editor} version={version} />
                  </Card>
                </Box>
              );
            })}
          </Box>
        </Box>
      </Box>
      <SaveBar editor={editor} versionId={version.id} />
    </Box>
  );
};

/** What was typed on an earlier visit is there again. */
const Restored = ({ sections: which }: { sections: readonly Section[] }) => {
  const translate = useTranslate();
  const names = useListed()(which.map((section) => translate(`plans.section.${section}`)));
  return <Notice>{translate('edit.restored', { names })}</Notice>;
};

/** Somebody else saved first: what they changed, and what of it will be written over. */
const Met = ({ meeting: { theirs, both } }: { meeting: Meeting }) => {
  const translate = useTranslate();
  const listed = useListed();
  const names = (which: readonly Section[]) => listed(which.map((section) => translate(`plans.section.${section}`)));
  return (
    <div role="alert">
      <Notice>
        <p>{translate('edit.theirs', { names: names(theirs) })}</p>
        {both.length ? <p>{translate('edit.both', { names: names(both) })}</p> : <p>{translate('edit.merged')}</p>}
      </Notice>
    </div>
  );
};
