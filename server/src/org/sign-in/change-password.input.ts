import { Field, InputType } from 'type-graphql';

@InputType({ description: "Another password of one's own (修改密码)." })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password that holds now (当前密码).' })
  currentPassword!: string;

  @Field(() => String, { description: 'The one that takes its place (新密码), at least 12 characters.' })
  newPassword!: string;
}
