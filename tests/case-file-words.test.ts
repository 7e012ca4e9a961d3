import { expect, test } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isObjectType,
  parse,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { caseFileParts } from '../server/src/complaints/case-file/case-file-part.js';
import { fieldName, valueText } from '../server/src/complaints/case-file/schema-words.js';
import { hasMessage } from '../server/src/kernel/messages.js';
import { linesOf } from '../server/src/kernel/print/lines.js';
import { Typeface } from '../server/src/kernel/print/typeface.js';
import { createSchema } from '../server/src/schema.js';

const complaint = createSchema().getType('Complaint') as GraphQLObjectType;
/** Not printed, or only a name. */
const silent = new Set(['id', 'cursor', 'name', 'nameZh', 'nameEn', 'code']);

/** What of a selection would be printed in Chinese without a Chinese word. */
function wordless(type: GraphQLObjectType, selections: readonly SelectionNode[]): string[] {
  return (selections as readonly FieldNode[]).flatMap((node) => {
    const field = node.name.value;
    const inner = getNamedType(type.getFields()[field]!.type);
    const isWordless = !silent.has(field) && !/\p{Script=Han}/u.test(fieldName(type, field, 'zh'));
    const values = isEnumType(inner)
      ? inner.getValues().filter(({ value }) => valueText(inner, value, 'zh') === value)
      : [];
    return [
      ...(isWordless ? [`${type.name}.${field}`] : []),
      ...values.map(({ value }) => `${inner.name}.${value}`),
      ...(isObjectType(inner) ? wordless(inner, node.selectionSet!.selections) : []),
    ];
  });
}

test('everything in the file of a complaint has its word in Chinese', () => {
  for (const { name, fields } of caseFileParts) {
    const [operation] = parse(`{ ${fields} }`).definitions as [OperationDefinitionNode];
    expect([name, hasMessage(`caseFile.part.${name}`)]).toEqual([name, true]);
    expect(wordless(complaint, operation.selectionSet.selections)).toEqual([]);
  }
});

test('lines break between Chinese characters and between words, never before a comma or after an opening bracket', async () => {
  const text =
    '客户称（昨天）在网点办理业务，等候两个小时。The teller said nothing at all, then closed the window.\n第二段。';
  const face = await Typeface.for({ regular: text, bold: '' });
  const setting = { size: 10, weight: 'regular', width: 60 } as const;
  const lines = linesOf(face, text, setting);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。、）,.]|（$/);
    expect(face.widthOf(line, 'regular') * setting.size).toBeLessThanOrEqual(setting.width + 0.01);
  }
  expect(lines.at(-1)).toBe('第二段。');
});

test('a character that the typeface lacks is shown as a box', async () => {
  const face = await Typeface.for({ regular: '吉𠮷', bold: '' });
  expect(
    face
      .runs('吉𠮷', 'regular')
      .map(({ text }) => text)
      .join(''),
  ).toBe('吉□');
});
