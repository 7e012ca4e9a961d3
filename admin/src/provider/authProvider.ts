import type { AuthProvider } from 'react-admin';
import { graphql } from '../gql';
import { ApiError } from './ApiError';
import { claimDrafts } from './drafts';
import { closeLive } from './live';
import { request } from './client';
import { queryClient } from './queryClient';
import { fetchViewer } from './viewer';

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      expiresAt
    }
  }
`);

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** What the sign-in form hands over. */
export interface Credentials {
  username: string;
  password: string;
  /** One-time or recovery code, once the server has asked for one. */
  otp?: string;
}

const isSignedOut = (error: unknown) => error instanceof ApiError && error.code === 'UNAUTHENTICATED';

/** The session is an HttpOnly cookie: nothing about it is kept in the page. */
export const authProvider: AuthProvider = {
  async login({ username, password, otp }: Credentials) {
    claimDrafts(username);
    await request(SignInDocument, { input: { username, password, otp: otp ?? null, mode: 'COOKIE' } });
    queryClient.removeQueries();
    await fetchViewer();
  },
  async logout() {
    closeLive();
    await request(SignOutDocument).catch(() => undefined);
    queryClient.removeQueries();
  },
  async checkAuth() {
    try {
      await fetchViewer();
    } catch (error) {
      // Only a refusal means signed out; without a connection the page stays.
      if (isSignedOut(error)) throw Object.assign(new Error('ra.auth.auth_check_error'), { message: false });
    }
  },
  async checkError(error: unknown) {
    if (!isSignedOut(error)) return;
    queryClient.removeQueries({ queryKey: ['viewer'] });
    throw Object.assign(new Error('jiesu.error.UNAUTHENTICATED'), { redirectTo: '/login?expired' });
  },
  async getIdentity() {
    const { staff } = await fetchViewer();
    return { id: staff?.id ?? 'api-key', fullName: staff?.name ?? '' };
  },
  async getPermissions() {
    // Asked on public pages too: nobody has no capabilities, which is no reason to leave the page.
    return fetchViewer().then(
      ({ capabilities }) => capabilities,
      () => [],
    );
  },
};
