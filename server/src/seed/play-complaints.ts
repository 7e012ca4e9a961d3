import { claimComplaint, recordContact, resolveImmediately } from '../complaints/complaint/complaint.actions.js';
import type { RegisterComplaintInput } from '../complaints/intake/complaint.input.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { registerComplaint } from '../complaints/intake/register-complaint.js';
import { sweeps } from '../database.js';
import { acknowledgeEscalation, raiseEscalation, resolveEscalation } from '../escalations/escalation.actions.js';
import { Escalation } from '../escalations/escalation.js';
import type { Application } from '../kernel/application.js';
import { ManualClock } from '../kernel/clock.js';
import { Context } from '../kernel/context.js';
import { runSweeps } from '../kernel/engine.js';
import { runSql } from '../kernel/sql.js';
import type { Viewer } from '../kernel/viewer.js';
import { keyViewerOf, staffViewerOf } from '../org/sign-in/authentication.js';
import type { DeliveryChannel } from '../work/delivery/enumerations.js';
import { runSenders } from '../work/delivery/senders.js';
import { answerLate } from './answer-late.js';
import { complaintStream } from './complaint-stream.js';
import type { DemoComplaint, DemoStep, DemoTrigger } from './demo-types.js';
import type { SeededBank } from './seed-bank.js';

interface Happening {
  at: Date;
  play(stage: Stage): Promise<void>;
}

/** What is due next: a message of a channel, or else a timer. */
interface Due {
  at: Date;
  channel: DeliveryChannel | null;
}

const threeHours = 3 * 3_600_000;

/** Plays the stream of complaints through the actions, with a clock that moves from one happening to the next. */
export async function playComplaints(
  app: Application,
  bank: SeededBank,
  progress: (line: string) => void,
): Promise<void> {
  const now = app.clock.now();
  const stream = complaintStream(now);
  const happenings = stream.flatMap(happeningsOf).sort((one, other) => one.at.getTime() - other.at.getTime());
  const clock = new ManualClock(happenings[0]!.at);
  const stage = new Stage({ ...app, clock }, clock, bank, new Date(now.getTime() - threeHours));
  let done = 0;
  for (const { at, play } of happenings) {
    await stage.moveTo(at);
    await play(stage);
    done++;
    if (done % 300 === 0) progress(`inventing the demo bank: ${Math.round((100 * done) / happenings.length)} %`);
  }
  await stage.moveTo(now);
}

function happeningsOf(complaint: DemoComplaint): Happening[] {
  const { registeredAt, receivedAt, steps } = complaint;
  return [
    { at: registeredAt, play: (stage) => stage.register(complaint) },
    ...steps.map((step) => ({
      at: new Date(receivedAt.getTime() + step.afterMinutes * 60_000),
      play: (stage: Stage) => stage.step(complaint, step),
    })),
  ];
}

/** The invented bank at work: who acts, at which time, on which complaint. */
class Stage {
  private readonly viewers = new Map<string, Viewer>();
  private readonly complaintIds = new Map<number, string>();

  constructor(
    private readonly app: Application,
    private readonly clock: ManualClock,
    private readonly bank: SeededBank,
    /** What falls due from then on still waits for somebody when the demo begins. */
    private readonly leftOpenFrom: Date,
  ) {}

  /** Lets every timer that falls due on the way fire at its own time, and sends every message then. */
  async moveTo(at: Date): Promise<void> {
    for (let due = await this.nextDue(at); due; due = await this.nextDue(at)) {
      this.clock.set(due.at);
      if (due.channel) await runSenders(this.app, due.channel);
      else {
        if (due.at < this.leftOpenFrom) await answerLate(this.app);
        await runSweeps(this.app, sweeps);
      }
    }
    this.clock.set(at);
  }

  private async nextDue(before: Date): Promise<Due | null> {
    const [due] = await runSql<{ at: number; channel: DeliveryChannel | null }>(this.app.pool, {
      text: `select (extract(epoch from next_at) * 1000)::float8 as at, channel from (
        (select next_at, null as channel from sla_clock where next_at <= $1 order by next_at limit 1)
        union all (select next_at, null from escalation where next_at <= $1 order by next_at limit 1)
        union all (select next_at, channel from delivery where next_at <= $1 order by next_at limit 1)
      ) due order by next_at, channel nulls first limit 1`,
      values: [before],
    });
    return due ? { ...due, at: new Date(due.at) } : null;
  }

  async register(demo: DemoComplaint): Promise<void> {
    const ctx = await this.as(demo.registeredBy);
    const { staffComplainedOf, orgUnitCode, input } = demo;
    const { complaint } = await registerComplaint(ctx, {
      ...input,
      // History keeps the time of its receipt; what comes in now was received now.
      receivedAt: input.receivedAt,
      orgUnitId: this.bank.units.get(orgUnitCode)!,
      staffComplainedOfIds: staffComplainedOf.map((username) => this.bank.staff.get(username)!),
    } as RegisterComplaintInput);
    this.complaintIds.set(demo.ordinal, complaint.id);
  }

  async step({ ordinal }: DemoComplaint, step: DemoStep): Promise<void> {
    const ctx = await this.as(step.by);
    const id = this.complaintIds.get(ordinal)!;
    if (step.action === 'acknowledgeEscalation' || step.action === 'resolveEscalation')
      return this.onEscalation(ctx, id, step);
    const { version: expectedVersion } = await this.app.orm.em.fork().findOneOrFail(Complaint, { id });
    if (step.action === 'claimComplaint') await claimComplaint(ctx, id, { expectedVersion });
    else if (step.action === 'recordContact') await recordContact(ctx, id, step);
    else if (step.action === 'raiseEscalation') await raiseEscalation(ctx, id, step);
    else await resolveImmediately(ctx, id, { ...step, expectedVersion, customerConsents: true });
  }

  private async onEscalation(
    ctx: Context,
    complaint: string,
    step: DemoStep & { trigger: DemoTrigger },
  ): Promise<void> {
    const live = await this.app.orm.em
      .fork()
      .findOne(Escalation, { complaint, trigger: step.trigger, status: ['OPEN', 'ACKNOWLEDGED'] });
    if (!live) return;
    if (step.action === 'acknowledgeEscalation') await acknowledgeEscalation(ctx, live.id, { note: step.note ?? null });
    else if (step.action === 'resolveEscalation' && live.status === 'ACKNOWLEDGED') {
      await resolveEscalation(ctx, live.id, { expectedVersion: live.version, resolution: step.resolution });
    }
  }

  private async as(username: string): Promise<Context> {
    let viewer = this.viewers.get(username);
    if (!viewer) {
      const { apiKeyId, staff } = this.bank;
      viewer =
        username === 'channel-app'
          ? await keyViewerOf(this.app, apiKeyId)
          : await staffViewerOf(this.app, staff.get(username)!);
      this.viewers.set(username, viewer);
    }
    return new Context(this.app, viewer);
  }
}
