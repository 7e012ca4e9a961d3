import { FieldResolver, Resolver, Root } from 'type-graphql';
import { maskText } from '../../kernel/masking.js';
import type { Row } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { Survey } from './survey.js';

@Resolver(() => Complaint)
export class ComplaintSurveysResolver {
  @FieldResolver(() => [Survey], {
    description: 'How satisfied the customer is with each reply (满意度调查), newest first; at most 20.',
  })
  surveys(@Root() complaint: Row) {
    return complaint['surveys'];
  }
}

@Resolver(() => Survey)
export class SurveyResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the customer wrote (评价内容), masked; null when nothing.',
  })
  comment(@Root() { comment }: Survey) {
    return comment === null ? null : maskText(comment);
  }
}
