import { Navigate } from 'react-router-dom';
import { railItems } from '../layout/railItems';
import { useViewer } from '../provider/viewer';

/** The address `/`: goes to the first item of the viewer's rail. */
export const Start = () => {
  const viewer = useViewer();
  const [first] = viewer ? railItems(viewer) : [];
  return first ? <Navigate to={first.path} replace /> : null;
};
