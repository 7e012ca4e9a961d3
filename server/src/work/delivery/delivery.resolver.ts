import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { maskEmail, maskNumber, maskPhone } from '../../kernel/masking.js';
import { computed } from '../../kernel/read/registry.js';
import './delivery.messages.js';
import { Delivery } from './delivery.js';
import type { DeliveryChannel } from './enumerations.js';

computed(Delivery, 'recipient', ['channel', 'sealedRecipient']);

const masks: Record<DeliveryChannel, (clear: string) => string> = {
  EMAIL: maskEmail,
  SMS: maskPhone,
  IM: maskNumber,
};

@Resolver(() => Delivery)
export class DeliveryResolver {
  @FieldResolver(() => String, { description: 'To which address or number (接收方), masked.' })
  recipient(@Ctx() { app }: Context, @Root() { channel, sealedRecipient }: Delivery) {
    return masks[channel](app.cipher.decrypt(sealedRecipient));
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What the viewer may do with it, in the order of buttons (可办操作).',
  })
  allowedActions(@Ctx() ctx: Context, @Root() delivery: Delivery) {
    return allowedActions(ctx, Delivery, delivery);
  }
}
