import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { Context } from '../context.js';
import type { Feed } from '../live.js';
import { PersonalRead } from '../read/concerns.js';
import type { Row } from '../read/read.js';
import { anybody, type Viewer } from '../viewer.js';
import { concernedBy } from './concerned.js';
import { readBatch, seqOf } from './batch.js';

/** Documents whose answers differ from person to person, found when one was read for everybody. */
const personal = new WeakSet<DocumentNode>();

/** Events of a stretch of the log as a viewer is told them: the JSON of each, in order. */
export interface Telling {
  events: { seq: bigint; payload: string }[];
  upTo: bigint;
}

/** A subscription as it runs: the same for all who asked for the same. */
export class Program {
  constructor(
    private readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    private readonly operationName: string | null,
    private readonly variables: Record<string, unknown>,
    readonly feed: Feed,
    private readonly format: (result: ExecutionResult, ctx: Context) => string,
  ) {}

  get isPersonal(): boolean {
    return personal.has(this.document);
  }

  get audiences(): readonly string[] {
    return this.feed.request.sources.map(({ audience }) => audience);
  }

  /** What a person is told, by their own rights. */
  async tellingFor(ctx: Context, after: bigint, head: bigint): Promise<Telling> {
    const { info, request } = this.feed;
    const { rows, upTo } = await readBatch(ctx, info, request.sources, after, head);
    await request.handedOver?.(ctx, rows);
    return { events: await this.payloads(ctx, rows), upTo };
  }

  /**
   * What everybody of the viewer's rights is told whom none of it concerns in person, and whom it does concern.
   * Throws `PersonalRead`, this time and for good, when an answer asks who reads it.
   */
  async tellingForAll({ app, viewer, locale }: Context, after: bigint, head: bigint) {
    const { info, request } = this.feed;
    const { kind, home, grants, channels } = viewer;
    const reader: Viewer = { kind, id: anybody, grants, ...(home && { home }), ...(channels && { channels }) };
    try {
      const { rows, upTo } = await readBatch(new Context(app, reader, locale), info, request.sources, after, head);
      const state = { wasAsked: false };
      const events = await this.payloads(new Context(app, nameless(reader, state), locale), rows);
      if (state.wasAsked) throw new PersonalRead('a field asks who reads it');
      // After the rows, so that whoever came to be concerned while they were read is among them.
      const concerned = await concernedBy(app, request.sources, after, upTo);
      return { telling: { events, upTo }, concerned };
    } catch (error) {
      if (error instanceof PersonalRead) personal.add(this.document);
      throw error;
    }
  }

  private async payloads(ctx: Context, rows: readonly Row[]): Promise<Telling['events']> {
    const events: Telling['events'] = [];
    for (const row of rows) {
      const result = await execute({
        schema: this.schema,
        document: this.document,
        operationName: this.operationName,
        variableValues: this.variables,
        rootValue: row,
        contextValue: ctx,
      });
      events.push({ seq: seqOf(row), payload: this.format(result, ctx) });
    }
    return events;
  }
}

/** What people of equal rights have in common. */
const common = new Set<PropertyKey>(['kind', 'home', 'grants', 'channels']);

/** A viewer who notices when somebody asks for more than what all of equal rights have in common. */
const nameless = (viewer: Viewer, state: { wasAsked: boolean }): Viewer =>
  new Proxy(viewer, {
    get(target, name) {
      if (!common.has(name)) state.wasAsked = true;
      return Reflect.get(target, name);
    },
  });
