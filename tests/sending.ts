import { COMPLAINT, openTestBank, plainComplaint, REGISTER, RESOLVE, SCREEN, type Speaker } from './harness/bank.js';
import { startGateway } from './harness/gateway.js';
import { startMailServer } from './harness/mail-server.js';
import { takenUp } from './handling.js';

const DELIVERY = `id version channel recipient state attemptCount nextAt sentAt lastErrorCode isSimulated
  allowedActions { code blockedBy }`;
const CONTACTS = `contacts { kind isSentBySystem deliveries { ${DELIVERY} } }`;
export const DELIVERIES = `query ($filter: DeliveryFilter) { deliveries(filter: $filter) { totalCount items {
  ${DELIVERY} complaint { id reference } contact { kind } } } }`;
export const RETRY = `mutation ($id: ID!, $version: Int!) {
  retryDelivery(id: $id, input: { expectedVersion: $version }) { ${DELIVERY} } }`;
export const CANCEL = `mutation ($id: ID!, $version: Int!) {
  cancelDelivery(id: $id, input: { expectedVersion: $version }) { ${DELIVERY} } }`;

/** The secret that the gateway of text messages shares with the bank. */
export const secret = Buffer.alloc(32, 7);
export const byMail = { channel: 'EMAIL', complainant: { name: '张三丰', email: 'zhang@customer.example' } };

/** What a mutation answers with: enough to go on. */
export interface Registered {
  id: string;
  reference: string;
  version: number;
}

/** A message of a complaint with what became of it. */
export interface Told {
  kind: string;
  isSentBySystem: boolean;
  // Tests name the fields they look at; the schema is checked by the server.
  // oxlint-disable-next-line typescript/no-explicit-any
  delivery: any;
}

/** A bank with a mail server and a gateway of text messages, both stand-ins of the test. */
export async function openSendingBank() {
  const [mail, sms] = [await startMailServer(), await startGateway()];
  const environment = {
    SMTP_URL: mail.url,
    MAIL_FROM: '某银行 <tousu@bank.example>',
    SMS_WEBHOOK_URL: sms.url,
    SMS_WEBHOOK_SECRET: secret.toString('base64'),
  };
  const bank = await openTestBank({ environment });
  const messages = async (id: string, who: Speaker = 'office'): Promise<Told[]> => {
    const { complaint } = await bank.ask(who, COMPLAINT(CONTACTS), { id });
    return complaint.contacts
      .toReversed()
      .map(({ deliveries, ...contact }: { deliveries: object[] }) => ({ ...contact, delivery: deliveries[0] ?? null }));
  };
  return {
    bank,
    mail,
    sms,
    environment,
    register: async (more: object = {}, who: Speaker = 'intake'): Promise<Registered> => {
      const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
      return (await bank.ask(who, REGISTER('id reference version'), { input })).registerComplaint;
    },
    screen: ({ id, version }: Registered) => bank.ask('office', SCREEN, { id, input: takenUp(version) }),
    async resolve(id: string): Promise<void> {
      const { version } = (await bank.ask('office', COMPLAINT('version'), { id })).complaint;
      const input = { expectedVersion: version, resolutionSummary: '已退还手续费', customerConsents: true };
      await bank.ask('office', RESOLVE, { id, input });
    },
    /** The messages of a complaint, oldest first, each with its one delivery. */
    messages,
    /** The delivery of the only message of a complaint. */
    only: async (id: string) => (await messages(id))[0]!.delivery,
    /** Both servers are well and know of nothing that was sent before. */
    async quiet(): Promise<void> {
      mail.state.mood = 'WELL';
      sms.answerWith(200);
      bank.clock.advance({ hours: 1 });
      await bank.send();
      mail.mails.length = 0;
      sms.calls.length = 0;
    },
    async stop(): Promise<void> {
      await bank.stop();
      await mail.down();
      await sms.stop();
    },
  };
}

export type SendingBank = Awaited<ReturnType<typeof openSendingBank>>;
