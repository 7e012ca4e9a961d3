import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who acts for a complainant with authority (代理人); masked.' })
export class Representative {
  @Field(() => String, { description: 'Name (姓名), masked.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone (电话), masked; null when not given.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Relation to the complainant (关系); null when not given.' })
  relation!: string | null;
}
