import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { computed } from '../../kernel/read/registry.js';
import { Handover } from './handover.js';

computed(Handover, 'sinceReceiptMinutes', ['offeredAt', 'complaint.receivedAt']);

@Resolver(() => Handover)
export class TransferTimeResolver {
  @FieldResolver(() => Int, {
    description: 'Minutes from receipt of the complaint until it was offered (转交用时), D5-五.2(1).',
  })
  sinceReceiptMinutes(@Root() { offeredAt, complaint }: { offeredAt: string; complaint: { receivedAt: string } }) {
    return Math.floor((new Date(offeredAt).getTime() - new Date(complaint.receivedAt).getTime()) / 60_000);
  }
}
