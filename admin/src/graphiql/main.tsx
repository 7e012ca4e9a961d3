import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { demoValues } from './demo-values.js';
import { examplesFor, placeholders } from './examples.js';
import './graphiql.css';

const url = '/graphql';
const socket = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${url}`;

/** The signed-in session's cookie goes along; a key or token under Headers goes with requests and with sockets. */
const fetcher = createGraphiQLFetcher({ url, subscriptionUrl: socket });

/** Tabs of the demo begin anew at each visit: what they were filled with may be gone. */
const forgetful: Storage = {
  length: 0,
  clear: () => undefined,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

async function show(root: HTMLElement): Promise<void> {
  const values = await demoValues().catch(() => null);
  const storage = values ? forgetful : localStorage;
  const examples = examplesFor(values ?? placeholders);
  const [{ query, variables, headers }] = examples;
  // Of the tab that is open at first, GraphiQL itself fills in the query only.
  const isFirstVisit = storage.getItem('graphiql:tabState') === null;
  const first = isFirstVisit && { initialQuery: query, initialVariables: variables, initialHeaders: headers };
  createRoot(root).render(<GraphiQL fetcher={fetcher} storage={storage} defaultTabs={examples} {...first} />);
}

const root = document.getElementById('root');
if (root) void show(root);
