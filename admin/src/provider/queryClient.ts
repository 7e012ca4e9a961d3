import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError';

const worthRetrying = (error: unknown) =>
  error instanceof ApiError && (error.code === 'OFFLINE' || error.code === 'UNAVAILABLE');

/** The console's one cache; a refusal is final, a lost request is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && worthRetrying(error),
      refetchOnWindowFocus: true,
      staleTime: 5_000,
    },
  },
});
