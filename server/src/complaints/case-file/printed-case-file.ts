import type { Readable } from 'node:stream';
import type { GraphQLObjectType } from 'graphql';
import { bankMinute } from '../../kernel/bank-day.js';
import type { Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { printed, type Block } from '../../kernel/print/document.js';
import type { CaseFile } from './case-file-archive.js';
import { blocksOf } from './case-file-blocks.js';

/** The file of a complaint for reading on paper (投诉档案): every part under its heading, whose copy it is on every page. */
export function printedCaseFile({ app, locale }: Context, file: CaseFile): Promise<Readable> {
  const type = app.schema().getType('Complaint') as GraphQLObjectType;
  const word = (key: string, params: Record<string, string | number> = {}) =>
    say(locale, { key: `caseFile.${key}`, params });
  const { reference } = file.complaint;
  const who = `${file.exportedBy.name} · ${file.exportedBy.unit} · ${bankMinute(file.at)}`;
  const title = word('title', { reference });
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'note', text: word(file.hasOriginals ? 'inClear' : 'masked', { who }) },
    ...file.parts.flatMap(({ name, data }): Block[] => {
      const shown = blocksOf(type, data, locale);
      return shown.length ? [{ kind: 'heading', text: word(`part.${name}`) }, ...shown] : [];
    }),
  ];
  return printed(blocks, {
    title,
    language: locale === 'zh' ? 'zh-CN' : 'en',
    watermark: who,
    foot: (page, pages) => word('foot', { reference, page, pages }),
    createdAt: file.at,
  });
}
