import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AppealDecision, AppealState } from './enumerations.js';

@ObjectType({ description: 'The last appeal as the customer sees it (申诉).' })
export class TrackedAppeal {
  @Field(() => ID, { description: 'Id, for taking it back.' })
  id!: string;

  @Field(() => Int, { description: 'Version, for taking it back.' })
  version!: number;

  @Field(() => AppealState, { description: 'State (申诉状态).' })
  state!: AppealState;

  @Field(() => AppealDecision, { nullable: true, description: 'What it came to (申诉决定); null until decided.' })
  decision!: AppealDecision | null;

  @Field(() => Date, { description: 'When it came in (申诉时间).' })
  filedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'By when it is decided (答复期限); null when the plan sets none.' })
  dueAt!: Date | null;
}

@ObjectType({ description: 'What a customer may do about an answer, and what became of it (答复之后).' })
export class TrackedAftermath {
  @Field(() => Boolean, { description: 'Whether the last reply waits to be rated (待评价).' })
  isSurveyOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether the decision can be appealed against (可申诉).' })
  mayAppeal!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when an appeal is in time (申诉期限); null without an end.',
  })
  appealClosesAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The day by which what was promised is done (承诺日期), YYYY-MM-DD of the bank; null when nothing is owed.',
  })
  promisedOn!: string | null;

  @Field(() => TrackedAppeal, { nullable: true, description: 'The last appeal (申诉); null when there was none.' })
  appeal!: TrackedAppeal | null;
}
