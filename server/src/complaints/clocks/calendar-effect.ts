import { Field, Int, ObjectType } from 'type-graphql';
import { ClockKind } from '../enumerations.js';

@ObjectType({ description: 'The end of one open clock, before and after.' })
export class ClockMove {
  @Field(() => ClockKind, { description: 'What it limits (时限类型).' })
  kind!: ClockKind;

  @Field(() => Date, { description: 'When it ends now (原到期时间).' })
  dueAt!: Date;

  @Field(() => Date, { description: 'When it would end (新到期时间).' })
  newDueAt!: Date;
}

@ObjectType({ description: 'What publishing a calendar as it stands would do to open clocks; nothing is changed.' })
export class CalendarPublicationEffect {
  @Field(() => Int, { description: 'How many open clocks reach into the year.' })
  clockCount!: number;

  @Field(() => Int, { description: 'How many of them would end at another time.' })
  moveCount!: number;

  @Field(() => [ClockMove], { description: 'Those that would move, nearest end first; at most 100.' })
  moves!: ClockMove[];
}
