import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { FileButton } from '../layout/FileButton';
import { useSend } from '../org/useSend';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { textOf } from './fileText';
import { ImportRosterDocument, type Group, type RosterImport } from './groups.graphql';
import { RosterMistakes } from './RosterMistakes';
import { RosterPreview } from './RosterPreview';

/** A file as the server has read it. */
interface Reading {
  fileName: string;
  content: string;
  /** The version of the group that it was compared with. */
  version: number;
  preview?: RosterImport;
  problem?: string;
  fields?: Readonly<Record<string, string>>;
}

/** 导入名单: a file says who is to be in the group; what it changes, or what is wrong with it, is shown before. */
export const ImportRosterDialog = ({ group, onClose }: { group: Group; onClose(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { run, isSending, ...refusal } = useSend(onClose);
  const [reading, setReading] = useState<Reading>();
  const [sent, setSent] = useState<Reading>();
  const [isChecked, setIsChecked] = useState(false);
  const load = async ({ content, version: expectedVersion }: Reading, dryRun: boolean) => {
    const variables = { groupId: group.id, input: { content, expectedVersion, dryRun } };
    return (await request(ImportRosterDocument, variables)).importRoster;
  };
  const read = async (file: File) => {
    const content = await textOf(file);
    const begun: Reading = { fileName: file.name, content: content ?? '', version: group.version };
    if (content === undefined) return setReading({ ...begun, problem: translate('groups.badEncoding') });
    try {
      setReading({ ...begun, preview: await load(begun, true) });
    } catch (thrown) {
      const { fields, message } = asApiError(thrown);
      setReading({ ...begun, fields, problem: translate(message, { _: message }) });
    }
  };
  const send = () => {
    setIsChecked(true);
    if (!reading?.preview) return;
    setSent(reading);
    void run(() => load(reading, false), 'groups.rosterImported');
  };
  // What was refused of another file is not said of this one.
  const { problem = '', fields = {} } = reading && reading === sent ? refusal : (reading ?? {});
  const isMistaken = Object.keys(fields).length > 0;
  const missing = isChecked && !reading ? translate('groups.fileNeeded') : '';
  return (
    <VerbForm
      verb={translate('groups.importRoster')}
      complaint={{ reference: group.name, title: group.orgUnit.name }}
      // Each mistake is named in its place.
      problem={isMistaken ? '' : problem || missing}
      isSending={isSending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{translate('groups.rosterNote')}</p>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <FileButton
          label={translate('groups.chooseFile')}
          accept=".csv,text/csv"
          onChoose={(file) => void read(file)}
        />
        {reading ? (
          <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
            {translate('groups.chosenFile', { name: reading.fileName })}
          </Box>
        ) : null}
      </Box>
      {isMistaken ? <RosterMistakes fields={fields} /> : null}
      {reading?.preview && !isMistaken ? <RosterPreview outcome={reading.preview} /> : null}
    </VerbForm>
  );
};
