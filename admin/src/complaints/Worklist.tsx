import { Board } from './Board';

/** What is late, who has it, deal with it. */
export const Worklist = () => (
  <Board
    name="worklist"
    title="worklist.title"
    filter={{ isOpen: true }}
    sort={{ field: 'NEXT_DUE_AT', order: 'ASC' }}
  />
);
