import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import './graphiql.css';

const url = '/graphql';
const socket = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${url}`;

/** The signed-in session's cookie goes along; a bearer token can be set under Headers. */
const fetcher = createGraphiQLFetcher({
  url,
  wsClient: createClient({ url: socket, lazy: true }),
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<GraphiQL fetcher={fetcher} />);
