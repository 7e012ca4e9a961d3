import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../kernel/context.js';
import type { EventData } from '../kernel/event.js';
import { encodeCursor } from '../kernel/feed.js';
import { maskText } from '../kernel/masking.js';
import type { Row } from '../kernel/read/read.js';
import { EventCursor } from '../kernel/scalars.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { Complainant } from './complainant/complainant.js';
import { ActorKind, ComplaintEvent, ComplaintEventKind } from './complaint/complaint-event.js';
import { LevelChange } from './complaint/level-change.js';
import { Contact } from './contact.js';
import { Handover } from './handling/handover.js';
import { Investigation } from './handling/investigation.js';
import { masked, maskedRepresentative } from './complainant/personal-data.js';
import { Representative } from './complainant/representative.js';

@Resolver(() => Complainant)
export class ComplainantResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name (姓名), masked; null when not given.' })
  name(@Ctx() { app }: Context, @Root() { sealedName }: Complainant) {
    return masked(app.cipher, sealedName, 'name');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Telephone (电话), masked; null when not given.' })
  phone(@Ctx() { app }: Context, @Root() { sealedPhone }: Complainant) {
    return masked(app.cipher, sealedPhone, 'phone');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'E-mail address (电子邮箱), masked; null when not given.',
  })
  email(@Ctx() { app }: Context, @Root() { sealedEmail }: Complainant) {
    return masked(app.cipher, sealedEmail, 'email');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Address (地址), masked; null when not given.' })
  address(@Ctx() { app }: Context, @Root() { sealedAddress }: Complainant) {
    return masked(app.cipher, sealedAddress, 'address');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Id number (证件号码), masked; null when not given.' })
  idNumber(@Ctx() { app }: Context, @Root() { sealedIdNumber }: Complainant) {
    return masked(app.cipher, sealedIdNumber, 'idNumber');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Customer number (客户号), masked; null when not given.',
  })
  customerNumber(@Ctx() { app }: Context, @Root() { sealedCustomerNumber }: Complainant) {
    return masked(app.cipher, sealedCustomerNumber, 'customerNumber');
  }

  @FieldResolver(() => Representative, {
    nullable: true,
    description: 'Who acts for them (代理人), masked; null when nobody.',
  })
  representative(@Ctx() { app }: Context, @Root() { sealedRepresentative }: Complainant) {
    return maskedRepresentative(app.cipher, sealedRepresentative);
  }
}

@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => String, { description: 'What was said (沟通内容), masked.' })
  summary(@Root() { summary }: Contact) {
    return maskText(summary);
  }
}

@Resolver(() => LevelChange)
export class LevelChangeResolver {
  @FieldResolver(() => String, { description: 'Why (原因), masked.' })
  reason(@Root() { reason }: LevelChange) {
    return maskText(reason);
  }
}

@Resolver(() => Handover)
export class HandoverResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was offered so (分派说明), masked; null when not said.',
  })
  reason(@Root() { reason }: Handover) {
    return reason === null ? null : maskText(reason);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was returned (退回说明), masked; null when not.',
  })
  returnReason(@Root() { returnReason }: Handover) {
    return returnReason === null ? null : maskText(returnReason);
  }
}

@Resolver(() => Investigation)
export class InvestigationResolver {
  @FieldResolver(() => String, { description: 'What is looked into (调查范围), masked.' })
  scope(@Root() { scope }: Investigation) {
    return maskText(scope);
  }
}

/** `complaint.contactRecorded` → `CONTACT_RECORDED`; what happened to a message says so: `DELIVERY_SENT`. */
export const kindOf = (kind: string) =>
  kind
    .replace(/^(?!delivery\b)\w+\./, '')
    .replace(/\.|(?=[A-Z])/g, '_')
    .toUpperCase();

@Resolver(() => ComplaintEvent)
export class ComplaintEventResolver {
  @FieldResolver(() => ComplaintEventKind, { description: 'What happened (动态类型).' })
  kind(@Root() event: Row) {
    return kindOf(event['kind'] as string);
  }

  @FieldResolver(() => ActorKind, { description: 'Whether a person, an app or the system acted.' })
  actorKind(@Root() event: Row) {
    return event['actorKind'];
  }

  @FieldResolver(() => EventCursor, { description: 'Its place in the log; pass it as `after` to go on from here.' })
  cursor(@Root() event: Row) {
    return encodeCursor(event['seq'] as string);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many whole minutes after its time a clock was warned of or found breached (迟触发分钟数): more than 0 mean that no engine was running; null for other events.',
  })
  lateMinutes(@Root() { data }: Row) {
    const { lateSeconds } = data as EventData;
    return lateSeconds === undefined ? null : Math.floor(Number(lateSeconds) / 60);
  }

  @FieldResolver(() => OrgUnit, { description: 'The unit that answers for the matter now (承办机构).' })
  orgUnit(@Root() event: Row) {
    return (event['complaint'] as Row)['orgUnit'];
  }
}
