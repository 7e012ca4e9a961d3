import { Field, ID, InputType, Int } from 'type-graphql';
import { CodeListName } from './code-list-entry.js';

@InputType({ description: 'A new entry of a code list (新增代码).' })
export class AddCodeInput {
  @Field(() => CodeListName, { description: 'The list.' })
  list!: CodeListName;

  @Field(() => String, {
    description:
      'The code: capital letters, digits and underscores, 2 to 60 characters, beginning with a letter. It stays for ever.',
  })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese (中文名称), at most 50 characters.' })
  nameZh!: string;

  @Field(() => String, { description: 'Name in English (英文名称), at most 100 characters.' })
  nameEn!: string;

  @Field(() => ID, { nullable: true, description: 'The entry of the same list above it; absent = at the top.' })
  parentId?: string | null;
}

@InputType({ description: 'Other names for an entry (修改代码名称); complaints that have it show them, too.' })
export class RenameCodeInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Name in Chinese (中文名称); absent = as it is.' })
  nameZh?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English (英文名称); absent = as it is.' })
  nameEn?: string | null;
}

@InputType({ description: 'Another place among its siblings (调整代码顺序).' })
export class MoveCodeInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'The sibling that it is to stand before; absent or null = last.' })
  beforeId?: string | null;
}

@InputType({ description: 'Takes an entry out of use, or back into it (停用或恢复代码).' })
export class ChangeCodeInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}
