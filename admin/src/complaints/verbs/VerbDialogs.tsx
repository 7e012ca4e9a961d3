import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { ComplaintRow } from '../complaints.graphql';
import { verbs } from './verbs';

type Open = (code: string, complaint: ComplaintRow) => void;

const OpenContext = createContext<Open>(() => {});

/** Opens a verb's dialog on a complaint. */
export const useVerbDialog = (): Open => useContext(OpenContext);

/** Holds the dialog of the verb that is being carried out; one at a time. */
export const VerbDialogs = ({ children }: { children: ReactNode }) => {
  const [current, setCurrent] = useState<{ code: string; complaint: ComplaintRow }>();
  const open = useCallback<Open>((code, complaint) => setCurrent({ code, complaint }), []);
  const Dialog = current && verbs[current.code];
  return (
    <OpenContext.Provider value={open}>
      {children}
      {Dialog ? (
        <Dialog
          key={`${current.code}/${current.complaint.id}`}
          complaint={current.complaint}
          onClose={() => setCurrent(undefined)}
        />
      ) : null}
    </OpenContext.Provider>
  );
};
