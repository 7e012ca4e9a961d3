import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Application } from './kernel/application.js';
import { Context } from './kernel/context.js';
import type { Line } from './kernel/live/listener.js';
import { localeOf, type Locale } from './kernel/messages.js';
import { anonymous, scopeOf, type Grant, type Viewer } from './kernel/viewer.js';
import { isStillValid } from './org/sign-in/authentication.js';
import type { RightsCalendar } from './rights-calendar.js';

/** What waits to be sent on one socket: beyond this nothing more is told until the client has caught up. */
const mostBufferedBytes = 1024 * 1024;
/** How long a client may take for that. */
const patienceMs = 5000;
/** What is left in the buffer of somebody who may hear no more. */
const mostLeftBytes = 64 * 1024;
/** Messages and pings that a client may send between two heartbeats. */
const mostFrames = 200;
/** An open socket counts as use of its session, which is noted once a minute. */
const mostFreshMs = 50_000;
/** A look lasts longer than the time to the next one. */
const dueMs = 30_000;
/** A heartbeat of pings; who has not answered by the next is gone. */
const pingEvery = 12;

/** "Slow consumer", "too many messages", "too many sockets": of the class of 4429, too many requests. */
export const tooMany = CloseCode.TooManyInitialisationRequests;

/** One open socket, the rights of whoever sits at it, and what it may take of the server. */
export class Connection implements Line {
  viewer: Viewer = anonymous;
  readonly locale: Locale;
  private readonly address: string;
  private checkedVersion = -1;
  private freshUntil = 0;
  private dueAt = 0;
  private framesLeft = mostFrames;
  private hasPonged = true;
  private beats = 0;
  private fullSince: number | null = null;

  constructor(
    private readonly app: Application,
    readonly socket: WebSocket,
    readonly request: IncomingMessage,
    private readonly calendar: RightsCalendar,
    private readonly onRoom: () => void,
  ) {
    this.locale = localeOf(request.headers['accept-language']);
    this.address = request.socket.remoteAddress ?? 'unknown';
    // A socket that breaks must not take the process with it.
    socket.on('error', () => socket.terminate());
    socket.on('ping', () => this.countFrame());
    socket.on('pong', () => {
      this.hasPonged = true;
      this.countFrame();
    });
  }

  get isFresh(): boolean {
    return this.checkedVersion === this.app.feed.accessVersion && this.app.clock.now().getTime() < this.freshUntil;
  }

  /** Whether it is time to look again, so that nobody has to wait for it when there is something to tell. */
  get isDue(): boolean {
    return !this.isFresh || this.app.clock.now().getTime() >= this.dueAt;
  }

  get hasRoom(): boolean {
    return this.socket.bufferedAmount <= mostBufferedBytes;
  }

  context(): Context {
    return new Context(this.app, this.viewer, this.locale, this.address);
  }

  /** Sends a frame; resolves at once, since what piles up is measured and not waited for. */
  send(text: string): void {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(text, this.sent);
    if (!this.hasRoom) this.fullSince ??= performance.now();
  }

  tell(subscriptionId: string, payload: string): void {
    this.send(`{"id":${JSON.stringify(subscriptionId)},"type":"next","payload":${payload}}`);
  }

  /** Notes a frame of the client's; false when there were too many, and closes. */
  countFrame(): boolean {
    if (this.framesLeft-- > 0) return true;
    this.socket.close(tooMany, 'Too many messages');
    return false;
  }

  async revalidate(): Promise<boolean> {
    const { app } = this;
    const version = app.feed.accessVersion;
    const now = app.clock.now().getTime();
    const [viewer, change] = await Promise.all([isStillValid(app, this.viewer), this.calendar.nextChange()]);
    if (!viewer || hasLostRole(this.viewer, viewer)) {
      this.dismiss();
      return false;
    }
    if (scopeOf(viewer) !== scopeOf(this.viewer)) this.viewer = viewer;
    this.checkedVersion = version;
    this.dueAt = now + dueMs;
    this.freshUntil = Math.min(now + mostFreshMs, change, viewer.sessionExpiresAt?.getTime() ?? Infinity);
    return true;
  }

  /** Once a second, for all sockets together: one timer instead of one each. */
  beat(): void {
    this.framesLeft = mostFrames;
    if (this.fullSince !== null && performance.now() - this.fullSince > patienceMs)
      this.socket.close(tooMany, 'Slow consumer');
    if (++this.beats % pingEvery) return;
    if (!this.hasPonged) return this.socket.terminate();
    this.hasPonged = false;
    this.socket.ping();
  }

  private dismiss(): void {
    this.socket.close(CloseCode.Forbidden, 'Forbidden');
    if (this.socket.bufferedAmount > mostLeftBytes) this.socket.terminate();
  }

  private readonly sent = (): void => {
    if (this.fullSince === null || this.socket.bufferedAmount > mostBufferedBytes / 2) return;
    this.fullSince = null;
    this.onRoom();
  };
}

/** Whether a role is gone: whoever listens must come anew and see what is left. */
function hasLostRole(before: Viewer, now: Viewer): boolean {
  const held = new Set(now.grants.map(placeOf));
  return before.grants.some((grant) => !held.has(placeOf(grant)));
}

const placeOf = ({ role, unitId, withSubtree }: Grant) => `${role} ${unitId} ${withSubtree}`;
