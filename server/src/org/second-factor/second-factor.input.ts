import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Beginning to use one-time codes (绑定动态口令).' })
export class StartSecondFactorInput {
  @Field(() => String, { description: 'The password (密码), once more: a session that was left open is not enough.' })
  password!: string;
}

@InputType({ description: 'The first code of an authenticator app (确认绑定).' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'The one-time code that the app shows (动态口令), six digits.' })
  otp!: string;
}

@InputType({ description: 'Who one is, once more (再次验证): by what `extensions.stepUp` asked for.' })
export class StepUpInput {
  @Field(() => String, { nullable: true, description: 'One-time code (动态口令) or recovery code (恢复码).' })
  otp?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Password (密码); looked at only in the demo bank, for who has no one-time codes.',
  })
  password?: string | null;
}
