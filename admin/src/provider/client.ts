import type { TypedDocumentString } from '../gql/graphql';
import { ApiError, type WireError } from './ApiError';
import { currentLanguage } from './language';
import { proveAgain } from './stepUp';

interface Answer<TResult> {
  data?: TResult | null;
  errors?: WireError[];
}

/** Where the API is; the console is always served from the same origin. */
export const endpoint = '/graphql';

/**
 * One GraphQL request with the session's cookie; fails with an `ApiError` and nothing else, except an abort.
 * What the server wants to know first who asks for is asked for and sent once more.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables?: TVariables,
  signal?: AbortSignal,
): Promise<TResult> {
  const response = await send(document.toString(), variables, signal);
  const answer = await read<TResult>(response);
  const [error] = answer.errors ?? [];
  if (error) {
    const refusal = ApiError.from(error, response.status);
    const wantsProof = refusal.code === 'FORBIDDEN' && refusal.stepUp;
    if (wantsProof && (await proveAgain(wantsProof))) return request(document, variables, signal);
    throw refusal;
  }
  if (!answer.data) throw new ApiError('UNAVAILABLE', '', { status: response.status });
  return answer.data;
}

async function send(query: string, variables: unknown, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': currentLanguage() },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('OFFLINE', '', { cause });
  }
}

async function read<TResult>(response: Response): Promise<Answer<TResult>> {
  try {
    return (await response.json()) as Answer<TResult>;
  } catch (cause) {
    throw new ApiError('UNAVAILABLE', '', { status: response.status, cause });
  }
}
