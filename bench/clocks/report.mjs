/** The figures of `npm run bench -- clocks` in words, each with what was wanted. */
const number = (value) => value.toLocaleString('en');
const verdict = (value, most) => (value <= most ? 'reached' : '**fell short**');

export function clocksReport({ at, isQuick, machine, load, clocks, outage, steady, rounds }) {
  const slowest = Math.max(...rounds.map(({ seconds }) => seconds));
  const others = load > machine.cores + 1 ? ', more than the benchmark itself makes: **other work ran beside it**' : '';
  const lines = rounds.map(
    ({ seconds, fired, killedAfter, leftToTheOther }) =>
      `${seconds} s (${number(Math.round(fired / seconds))} a second; one engine killed after ${killedAfter} s, with ${number(leftToTheOther)} left)`,
  );
  return `Run of ${at.slice(0, 16).replace('T', ' ')} UTC${isQuick ? ' (`--quick`: fewer clocks)' : ''}: ${machine.cpu}, ${machine.cores} cores shared by both engines and PostgreSQL 18, ${machine.memoryGb} GB, Node ${machine.node}; highest load average ${load}${others}. ${number(clocks)} running clocks. In every part each clock fired exactly once.

| part | figure | wanted |
| --- | --- | --- |
| clocks due one after the other, ${steady.perSecond} a second, two engines | late by ${steady.late.p50} s (p50), ${steady.late.p99} s (p99), ${steady.late.most} s at most | p99 ≤ 10 s: ${verdict(steady.late.p99, 10)} |
| ${number(rounds[0].fired)} ends at one moment, two engines, one of them killed | ${lines.join('; ')} | ≤ 60 s: ${verdict(slowest, 60)} |
| no engine for two hours, ${number(outage.fired)} clocks due meanwhile, then one engine | all fired ${outage.seconds} s after its process was started, in the order in which they were due, late by ${number(Math.round(outage.late.p50))} s (p50), ${number(Math.round(outage.late.most))} s at most, as each event says itself | each once, in order: reached |
`;
}
