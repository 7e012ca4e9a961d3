import type { Config } from './config.js';
import { demoKey, demoPassword } from './org/sign-in/credentials.js';
import { demoSignIns } from './seed/bank-staff.js';
import type { RunningServer } from './server.js';

/** Says where everything is once the server is ready and, in demo mode, how to get in. */
export function announce({ url, metricsUrl }: RunningServer, { isDemo }: Config): void {
  const lines = [
    '',
    `  Jiesu 接诉 is ready${isDemo ? ' — DEMO: invented data, known passwords' : ''}`,
    '',
    `  console     ${url}/`,
    `  GraphQL     ${url}/graphql   (subscriptions on the same address by WebSocket)`,
    `  explorer    ${url}/graphiql`,
    `  schema      ${url}/schema.graphql`,
    `  probes      ${url}/livez  ${url}/readyz`,
  ];
  if (metricsUrl) lines.push(`  metrics     ${metricsUrl}`);
  if (isDemo) {
    lines.push(
      '',
      `  sign in as  ${demoSignIns.map(({ username }) => username).join(', ')}`,
      `  password    ${demoPassword}`,
      `  channel key ${demoKey}   (Authorization: Bearer …)`,
    );
  }
  console.log(`${lines.join('\n')}\n\n  Ctrl-C stops it.\n`);
}
