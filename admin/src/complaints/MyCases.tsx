import { useViewer } from '../provider/viewer';
import { Board } from './Board';

/** The viewer's own open cases; the other counts lead to the rest. */
export const MyCases = () => {
  const staff = useViewer()?.staff;
  if (!staff) return null;
  return (
    <Board
      name="mine"
      title="worklist.mineTitle"
      filter={{ isOpen: true, assigneeId: staff.id }}
      sort={{ field: 'NEXT_DUE_AT', order: 'ASC' }}
    />
  );
};
