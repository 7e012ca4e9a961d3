import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Application } from '../application.js';
import type { Context } from '../context.js';
import { Feed } from '../live.js';
import { scopeOf } from '../viewer.js';
import { Group } from './group.js';
import { Listener, type Line } from './listener.js';
import { Program } from './program.js';

/** Groups that read at the same time, so that requests over HTTP find connections to the database, too. */
const mostAtOnce = 3;

/** A subscription that was checked, where it is told, and which variable is nothing but its cursor. */
export interface Subscribing extends ExecutionArgs {
  line: Line;
  subscriptionId: string;
  cursorVariable: string | null;
}

/** Tells every feed of this process: equal subscriptions of equal rights share one read, one execution, one message. */
export class StreamHub {
  private readonly groups = new Map<string, Group>();
  private readonly documents = new WeakMap<object, number>();
  private documentCount = 0;
  private free = mostAtOnce;
  private readonly queue: (() => void)[] = [];
  private readonly leaveLog: () => void;

  constructor(
    private readonly app: Application,
    private readonly format: (result: ExecutionResult, ctx: Context) => string,
  ) {
    this.leaveLog = app.feed.onGrowth(() => this.run());
  }

  stop(): void {
    this.leaveLog();
  }

  /** How many subscriptions are open. */
  get size(): number {
    return [...this.groups.values()].reduce((sum, group) => sum + group.size, 0);
  }

  /** Lets every group go on: the log has grown, the database may be back, there may be room. */
  run(): void {
    for (const group of this.groups.values()) group.run();
  }

  /** Begins a subscription; answers the errors of one that cannot begin. */
  async subscribe(request: Subscribing): Promise<AsyncGenerator<never, void> | ExecutionResult> {
    const { line, subscriptionId, cursorVariable, schema, document, operationName, variableValues } = request;
    const feed = await createSourceEventStream(request);
    if (!(feed instanceof Feed)) return feed as ExecutionResult;
    const variables = { ...variableValues };
    const program = new Program(schema, document, operationName ?? null, variables, feed, this.format);
    const shared = Object.entries(variables).filter(([name]) => name !== cursorVariable);
    const asked = `${this.numberOf(document)} ${operationName} ${canonical(Object.fromEntries(shared))}`;
    const listener = new Listener(line, subscriptionId, feed.after);
    this.join(listener, asked, program);
    return listener.untilOver();
  }

  private join(listener: Listener, asked: string, program: Program): void {
    const key = this.keyOf(listener, asked, program);
    listener.judged = listener.line.viewer;
    let group = this.groups.get(key);
    if (!group) {
      const isPersonal = isAlone(listener, program);
      const rehome = (other: Listener, from: Group) => {
        const fits = other.line.viewer === other.judged && from.isPersonal === isAlone(other, from.program);
        if (fits || this.keyOf(other, asked, from.program) === key) return false;
        other.leave();
        this.join(other, asked, from.program);
        return true;
      };
      group = new Group(program, isPersonal, this.app.feed, rehome, (work) => this.inTurn(work));
      this.groups.set(key, group);
    }
    const joined = group;
    listener.leave = () => {
      joined.remove(listener);
      if (joined.size === 0 && this.groups.get(key) === joined) this.groups.delete(key);
    };
    joined.add(listener);
  }

  /** What makes two subscriptions one: the question, the language, the rights, and the person where it matters. */
  private keyOf({ line }: Listener, asked: string, program: Program): string {
    const { viewer, locale } = line;
    const person = isAlone({ line }, program) ? viewer.id : '';
    return `${asked} ${locale} ${person} ${scopeOf(viewer)}`;
  }

  private numberOf(document: object): number {
    let known = this.documents.get(document);
    if (known === undefined) this.documents.set(document, (known = this.documentCount++));
    return known;
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free === 0) await new Promise<void>((go) => this.queue.push(go));
    else this.free--;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.free++;
    }
  }
}

/** Whether nobody but the same person may share: a key sees by its own id, and some answers ask who reads them. */
const isAlone = ({ line }: Pick<Listener, 'line'>, program: Program) =>
  line.viewer.kind !== 'STAFF' || program.isPersonal;

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
