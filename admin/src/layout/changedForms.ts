import { useEffect, useRef } from 'react';

const forms = new Set<() => boolean>();

/** Whether something typed would be lost if the page were loaded anew now. */
export const isAnyFormChanged = () => [...forms].some((isChanged) => isChanged());

/** Makes a form known while it is shown; it says itself whether it holds something. */
export function useChangedForm(isChanged: () => boolean): void {
  const latest = useRef(isChanged);
  useEffect(() => {
    latest.current = isChanged;
  });
  useEffect(() => {
    const ask = () => latest.current();
    forms.add(ask);
    return () => void forms.delete(ask);
  }, []);
}
