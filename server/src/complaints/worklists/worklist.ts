import { Field, Int, ObjectType } from 'type-graphql';
import { ComplaintAwaits } from './awaits.js';

@ObjectType({ description: 'One kind of work that waits for the viewer (待办列表).' })
export class Worklist {
  @Field(() => ComplaintAwaits, {
    description: 'What waits; `complaints(filter: { awaits: [it] })` lists exactly what is counted.',
  })
  awaits!: ComplaintAwaits;

  @Field(() => Int, { description: 'How many complaints wait for it.' })
  complaintCount!: number;
}
