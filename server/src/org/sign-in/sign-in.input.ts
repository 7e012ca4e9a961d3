import { Field, InputType } from 'type-graphql';
import { SessionMode } from './viewer-type.js';

@InputType({ description: 'Who signs in, and how the session shall travel.' })
export class SignInInput {
  @Field(() => String, { description: 'Employee number (工号).' })
  username!: string;

  @Field(() => String, { description: 'Password (密码).' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'One-time code (动态口令) or recovery code (恢复码), for who has set them up; without it the answer is `UNAUTHENTICATED` with `stepUp: CODE`.',
  })
  otp?: string | null;

  @Field(() => SessionMode, {
    defaultValue: 'COOKIE',
    description: 'A cookie for browsers, or a token for apps and scripts.',
  })
  mode!: SessionMode;
}
