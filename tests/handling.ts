import {
  ACCEPT,
  ASSIGN,
  COMPLAINT,
  REGISTER,
  SCREEN,
  plainComplaint,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

/** What a mutation answers with: enough to go on. */
export interface Seen {
  id: string;
  version: number;
}

/** The answers with which an ordinary complaint is taken up. */
export const takenUp = (version: number, more: object = {}) => ({
  expectedVersion: version,
  outcome: 'ACCEPT',
  authentic: true,
  withinScope: true,
  categoryCode: 'FEES',
  complexity: 'SIMPLE',
  handlingMode: 'STANDARD',
  isEmergency: false,
  ...more,
});

/** A refusal of these fields. */
export const wrong = (fields: string[]) => ({ code: 'BAD_USER_INPUT', fields });

/** Brings complaints of a bank's northern outlet as far as hand-overs go. */
export function handling(bank: TestBank) {
  const registered = async (more: object = {}, who: Speaker = 'intake'): Promise<Seen> => {
    const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
    return (await bank.ask(who, REGISTER('id version'), { input })).registerComplaint;
  };
  const screened = async (more: object = {}): Promise<Seen> => {
    const { id, version } = await registered(more);
    const isGrave = ['MAJOR', 'URGENT'].includes((more as { level?: string }).level ?? '');
    const input = takenUp(version, isGrave ? { handlingMode: 'JOINT' } : {});
    return (await bank.ask('office', SCREEN, { id, input })).screenComplaint;
  };
  const assigned = async (receiverId: string = bank.unit.northOutlet, more: object = {}): Promise<Seen> => {
    const { id, version } = await screened(more);
    return (await bank.ask('office', ASSIGN, { id, input: { expectedVersion: version, receiverId } })).assignComplaint;
  };
  /** One that the handler has accepted. */
  const investigated = async (more: object = {}): Promise<Seen> => {
    const { id, version } = await assigned(bank.staff.handler, more);
    return (await bank.ask('handler', ACCEPT, { id, input: { expectedVersion: version } })).acceptHandover;
  };
  /** A complaint as somebody reads it. */
  const read = async (id: string, fields: string, who: Speaker = 'office') =>
    (await bank.ask(who, COMPLAINT(fields), { id })).complaint;
  /** The code of a refusal and the fields it names; undefined when it was accepted. */
  const refusal = async (who: Speaker, query: string, variables: object) => {
    const [error] = (await bank.say(who, query, variables)).errors ?? [];
    return error && { code: error.extensions.code, fields: Object.keys(error.extensions.fields ?? {}).toSorted() };
  };
  /** What calls those above now, as `MANUAL E3`. */
  const liveTriggers = async (id: string): Promise<string[]> =>
    (await read(id, 'escalations { trigger level status }')).escalations
      .filter(({ status }: { status: string }) => status === 'OPEN')
      .map(({ trigger, level }: { trigger: string; level: string }) => `${trigger} ${level}`)
      .toSorted();
  return { registered, screened, assigned, investigated, read, refusal, liveTriggers };
}
