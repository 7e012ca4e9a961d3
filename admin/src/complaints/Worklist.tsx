import { Board } from './Board';
import { toDo } from './useWorklists';

/** What waits for the viewer, the nearest clock first; the other lists are one press away. */
export const Worklist = () => (
  <Board name="worklist" title="worklist.title" filter={toDo} sort={{ field: 'NEXT_DUE_AT', order: 'ASC' }} />
);
