import { ASSIGN, REGISTER, SCREEN, plainComplaint, type Speaker, type TestBank } from './harness/bank.js';

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

/** Brings complaints of a bank's northern outlet as far as hand-overs go. */
export function handling(bank: TestBank) {
  const registered = async (more: object = {}, who: Speaker = 'intake'): Promise<Seen> => {
    const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
    return (await bank.ask(who, REGISTER('id version'), { input })).registerComplaint;
  };
  const screened = async (more: object = {}): Promise<Seen> => {
    const { id, version } = await registered(more);
    return (await bank.ask('office', SCREEN, { id, input: takenUp(version) })).screenComplaint;
  };
  const assigned = async (receiverId: string = bank.unit.northOutlet, more: object = {}): Promise<Seen> => {
    const { id, version } = await screened(more);
    return (await bank.ask('office', ASSIGN, { id, input: { expectedVersion: version, receiverId } })).assignComplaint;
  };
  return { registered, screened, assigned };
}
