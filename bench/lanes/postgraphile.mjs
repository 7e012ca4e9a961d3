/** PostGraphile 5 over the same tables, set up as its guide says for production; nobody signs in, nobody is checked. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

// The log names its subject and its actor without foreign keys: PostGraphile is told of them.
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      event: {
        tags: { foreignKey: ['(subject_id) references complaint (id)', '(actor_id) references staff (id)'] },
      },
    },
  },
});

const graphile = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.DATABASE_POOL) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false },
});

const server = createServer();
server.once('error', (error) => {
  throw error;
});
await graphile.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
