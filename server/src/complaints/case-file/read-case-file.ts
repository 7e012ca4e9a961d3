import { execute, parse, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { caseFileParts } from './case-file-part.js';

/** A part of a complaint's file as it was answered. */
export interface PartData {
  name: string;
  data: Record<string, unknown>;
}

interface Question {
  document: DocumentNode;
  /** By part: the fields of the complaint that it asks for. */
  fieldsOf: ReadonlyMap<string, readonly string[]>;
}

let question: Question | undefined;

/**
 * Everything that the viewer may read of a complaint, in one question, so that no part is of another moment than the
 * next. It is asked as any client would ask it: whatever is masked or hidden there is so here.
 */
export async function readParts(ctx: Context, complaintId: string): Promise<PartData[]> {
  question ??= questionOf();
  ctx.readsWhole = true;
  try {
    const { data, errors } = await execute({
      schema: ctx.app.schema(),
      document: question.document,
      contextValue: ctx,
      variableValues: { id: complaintId },
    });
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    const whole = JSON.parse(JSON.stringify(data!['complaint'])) as Record<string, unknown>;
    return [...question.fieldsOf].map(([name, fields]) => ({
      name,
      data: Object.fromEntries(fields.map((field) => [field, whole[field]])),
    }));
  } finally {
    ctx.readsWhole = false;
  }
}

function questionOf(): Question {
  const fields = caseFileParts.map((part) => part.fields).join('\n');
  const document = parse(`query ($id: ID!) { complaint(id: $id) { id ${fields} } }`);
  return { document, fieldsOf: new Map(caseFileParts.map((part) => [part.name, fieldNames(part.fields)])) };
}

function fieldNames(selection: string): string[] {
  const [operation] = parse(`{ ${selection} }`).definitions as [OperationDefinitionNode];
  return operation.selectionSet.selections.map((node) => (node as FieldNode).name.value);
}
