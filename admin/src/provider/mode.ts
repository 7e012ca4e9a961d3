import { useQuery } from '@tanstack/react-query';

interface Readiness {
  mode?: 'DEMO' | 'PRODUCTION';
}

const readMode = async () => (await (await fetch('/readyz')).json()) as Readiness;

/** Whether this is a demo, for pages that nobody need be signed in for; false while unknown. */
export function useIsDemo(): boolean {
  const { data } = useQuery({ queryKey: ['readyz'], queryFn: readMode, retry: false });
  return data?.mode === 'DEMO';
}
