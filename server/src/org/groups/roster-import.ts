import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GroupPosition, LeadershipGroup } from './leadership-group.js';

@InputType({ description: 'A list of who is to be in a group (导入名单).' })
export class ImportRosterInput {
  @Field(() => String, {
    description:
      'CSV as `groupRoster` writes it, at most 2000 people. It needs the columns `username` (工号) and `position` (组内职务); a column that is missing leaves what it is about as it is. What is wrong is named by place: `content.lines.3.position`, counted from 1 with the header, or `content.missing.<username>` for somebody who must stay and is not on the list.',
  })
  content!: string;

  @Field(() => Int, { description: 'The version of the group that was seen.' })
  expectedVersion!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Only tells what would change (预览).' })
  dryRun!: boolean;
}

@ObjectType({ description: 'What a list changes about one person (名单变化).' })
export class RosterChange {
  @Field(() => Int, { nullable: true, description: 'Line of the list; null for whoever is not on it.' })
  line!: number | null;

  @Field(() => ID, { description: 'Who, by employee number (工号).' })
  username!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name!: string;

  @Field(() => GroupPosition, { nullable: true, description: 'Position until now; null for a new member.' })
  formerPosition!: GroupPosition | null;

  @Field(() => GroupPosition, { nullable: true, description: 'Position from now on; null for whoever leaves.' })
  position!: GroupPosition | null;

  @Field(() => Boolean, {
    description: 'Whether it waits for a second administrator (待复核), or an appointment that waited is dropped.',
  })
  isWaiting!: boolean;
}

@ObjectType({ description: 'What a list changes in a group (导入名单结果).' })
export class RosterImport {
  @Field(() => LeadershipGroup, { description: 'The group: changed, or as it was when only asked.' })
  group!: LeadershipGroup;

  @Field(() => [RosterChange], { description: 'Changes in the order of the lines, then who leaves.' })
  changes!: RosterChange[];

  @Field(() => Int, { description: 'How many lines say what is so already.' })
  keptCount!: number;
}
