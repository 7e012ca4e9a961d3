import { Board } from './Board';

/** Every complaint the viewer may read, the latest first. */
export const AllComplaints = () => (
  <Board name="complaints" title="worklist.allTitle" filter={{}} sort={{ field: 'RECEIVED_AT', order: 'DESC' }} />
);
