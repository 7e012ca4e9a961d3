import type { Reader } from './reader';

/** What subscribers of a topic are told. */
export interface TopicEvent {
  type: 'created' | 'updated' | 'deleted';
  payload: { ids: string[] };
}

/** Told about each event of a topic. */
export type TopicCallback = (event: TopicEvent) => void;

const running = new Map<TopicCallback, Map<string, () => void>>();

/** `resource/{name}` or `resource/{name}/{id}`. */
function parse(topic: string): { resource: string; id: string | undefined } {
  const [, resource = '', id] = topic.split('/');
  return { resource, id };
}

/** Follows a topic; the API's events all mean that the named records should be read again. */
export function subscribe(
  readers: Readonly<Record<string, Reader>>,
  topic: string,
  callback: TopicCallback,
): Promise<void> {
  const { resource, id } = parse(topic);
  const stop = readers[resource]?.feed?.(id, (ids) => callback({ type: 'updated', payload: { ids } }));
  if (!stop) return Promise.resolve();
  const topics = running.get(callback) ?? new Map<string, () => void>();
  topics.get(topic)?.();
  running.set(callback, topics.set(topic, stop));
  return Promise.resolve();
}

/** Ends it. */
export function unsubscribe(topic: string, callback: TopicCallback): Promise<void> {
  const topics = running.get(callback);
  topics?.get(topic)?.();
  topics?.delete(topic);
  if (topics?.size === 0) running.delete(callback);
  return Promise.resolve();
}

/** Refused: only the server tells what happened. */
export function publish(): Promise<never> {
  return Promise.reject(new Error('Only the server publishes'));
}
