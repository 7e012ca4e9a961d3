import { Arg, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import type { EventData } from '../../kernel/event.js';
import { say } from '../../kernel/messages.js';
import { pageType, PageInput, readPage } from '../../kernel/read/page.js';
import { requireAuditor } from './audit.access.js';
import { AuditDetail, AuditEntry, AuditKind, AuditObject } from './audit-entry.js';
import { conditionOf } from './audit-condition.js';
import { AuditFilter, AuditSort, orderOf } from './audit-filter.js';
import { kindKey, kindTexts } from './audit.messages.js';
import { AuditVerification } from './audit-verification.js';
import { verifyAudit } from './verify-audit.js';

const AuditEntryPage = pageType(AuditEntry, 'AuditEntryPage');

type Named = { name: string } | null;
type InUnit = { orgUnit: Named } | null;

/** An entry as it was read, with the one row that it is about. */
interface EntryRow {
  kind: string;
  subjectType: string;
  subjectId: string;
  data: EventData;
  actorKey: Named;
  actor: InUnit;
  complaint: ({ reference: string } & InUnit) | null;
  escalation: { reference: string; complaint: InUnit } | null;
  unit: Named;
  person: ({ name: string } & InUnit) | null;
  group: ({ name: string } & InUnit) | null;
  key: ({ name: string } & InUnit) | null;
  grant: ({ staff: Named } & InUnit) | null;
  objectPerson: Named;
}

const kindIn = (locale: Context['locale'], code: string): AuditKind => ({
  code,
  text: code in kindTexts ? say(locale, kindKey(code)) : code,
});

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Authorized()
  @Query(() => AuditEntryPage, {
    description: 'The audit log as far as the scope of an auditor reaches (审计日志); `FORBIDDEN` to others.',
  })
  async auditEntries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'What they must satisfy.' }) filter?: AuditFilter,
    @Arg('sort', () => AuditSort, { nullable: true, description: 'Their order; newest first by default.' })
    sort?: AuditSort,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part.' }) page?: PageInput,
  ) {
    requireAuditor(ctx.viewer);
    return readPage(ctx, AuditEntry, info, { where: await conditionOf(ctx, filter), orderBy: orderOf(sort), page });
  }

  @Authorized()
  @Query(() => [AuditKind], {
    description: 'The kinds of entries there can be (操作类型), at most 200; `FORBIDDEN` to all but auditors.',
  })
  auditKinds(@Ctx() { viewer, locale }: Context): AuditKind[] {
    requireAuditor(viewer);
    return Object.keys(kindTexts).map((code) => kindIn(locale, code));
  }

  @Authorized()
  @Query(() => AuditVerification, {
    description:
      'Recomputes a piece of the hash chain (防篡改校验), at most 20 000 entries; call again with `endCursor` until it is null. Reads only; `FORBIDDEN` to all but auditors.',
  })
  verifyAudit(
    @Ctx() ctx: Context,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The `endCursor` of the call before; absent = from the first.',
    })
    after?: string,
  ): Promise<AuditVerification> {
    return verifyAudit(ctx, after);
  }

  @FieldResolver(() => AuditKind, { description: 'What was done (操作类型).' })
  kind(@Ctx() { locale }: Context, @Root() { kind }: EntryRow): AuditKind {
    return kindIn(locale, kind);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name of the key that acted; null for all others.' })
  actorKeyName(@Root() { actorKey }: EntryRow): string | null {
    return actorKey?.name ?? null;
  }

  @FieldResolver(() => AuditObject, { description: 'What it was done to (操作对象).' })
  subject(@Root() row: EntryRow): AuditObject {
    const numbered = row.complaint ?? row.escalation;
    const named = row.unit ?? row.person ?? row.group ?? row.key ?? row.grant?.staff ?? row.objectPerson;
    return { type: row.subjectType, id: row.subjectId, name: numbered?.reference ?? named?.name ?? null };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The unit of the object, else of the person who acted (机构); null when neither has one.',
  })
  orgUnitName(@Root() row: EntryRow): string | null {
    const place = row.complaint ?? row.escalation?.complaint ?? row.person ?? row.group ?? row.grant ?? row.key;
    return (row.unit ?? place?.orgUnit ?? row.actor?.orgUnit)?.name ?? null;
  }

  @FieldResolver(() => [AuditDetail], {
    description: 'What else was noted, `from` and `to` of a change included; at most 50.',
  })
  details(@Root() { data }: EntryRow): AuditDetail[] {
    return Object.entries(data)
      .slice(0, 50)
      .map(([name, value]) => ({ name, value: value === null ? null : String(value) }));
  }
}
