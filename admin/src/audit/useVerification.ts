import { useEffect, useRef, useState } from 'react';
import { request } from '../provider/client';
import { VerifyAuditDocument, type Verification } from './audit.graphql';

/** Where a verification stands. */
export interface VerificationState {
  result: Verification | undefined;
  isRunning: boolean;
  hasFailed: boolean;
}

const idle: VerificationState = { result: undefined, isRunning: false, hasFailed: false };

/** Verifies the chain piece by piece until its end, its first fault, or until it is stopped. */
export function useVerification() {
  const [state, setState] = useState(idle);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const { signal } = (running.current = new AbortController());
    let result: Verification | undefined;
    setState({ ...idle, isRunning: true });
    try {
      do {
        // Each piece begins where the one before ended.
        // oxlint-disable-next-line no-await-in-loop
        result = (await request(VerifyAuditDocument, { after: result?.endCursor }, signal)).verifyAudit;
        setState({ result, isRunning: result.endCursor != null, hasFailed: false });
      } while (result.endCursor != null);
    } catch {
      if (!signal.aborted) setState({ result, isRunning: false, hasFailed: true });
    }
  };
  const stop = () => {
    running.current?.abort();
    setState(idle);
  };
  return { ...state, start: () => void start(), stop };
}
