import { useNotify, useTranslate } from 'react-admin';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { GroupRosterDocument, type Group } from './groups.graphql';

/** 导出名单: saves the people of a group as a CSV file. */
export function useExportRoster({ id: groupId, name }: Pick<Group, 'id' | 'name'>): () => Promise<void> {
  const notify = useNotify();
  const translate = useTranslate();
  return async () => {
    try {
      const { groupRoster } = await request(GroupRosterDocument, { groupId });
      // What a file system does not allow in a name.
      const fileName = translate('groups.rosterFile', { name: name.replaceAll(/[\\/:*?"<>|]/g, ' ') });
      save(fileName, groupRoster ?? '');
    } catch (thrown) {
      const { message } = asApiError(thrown);
      notify(translate(message, { _: message }), { type: 'error' });
    }
  };
}

function save(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  URL.revokeObjectURL(url);
}
